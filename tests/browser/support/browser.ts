import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type LaunchOptions, launchBrowser } from "../../../tools/launch-browser.ts";
import { PageProblems } from "./page-problems.ts";

const SCREENSHOTS = join(import.meta.dirname, "../../../artifacts/screenshots");

/** A page in a context of its own: its own storage, like another person's browser. */
export interface OpenedPage {
  readonly page: Page;
  readonly problems: PageProblems;
  /** Throws when the page logged an error or a warning, or a request failed, except for what is expected. */
  expectClean(expected?: readonly RegExp[]): void;
  /** Saves what the page shows as artifacts/screenshots/NAME.png. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface PageOptions extends BrowserContextOptions {
  /** Runs in the page before anything of its own does. */
  beforeLoad?: string;
}

/** Opens an address in a new context of a browser. */
export async function openPage(
  browser: Browser,
  url: string,
  { beforeLoad, ...options }: PageOptions = {},
): Promise<OpenedPage> {
  // What a page keeps for later is a matter of its own test: everywhere else it would fetch all files once more.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    serviceWorkers: "block",
    ...options,
  });
  const page = await context.newPage();
  if (beforeLoad !== undefined) await page.addInitScript(beforeLoad);
  const problems = new PageProblems(page);
  await page.goto(url);
  // The link to a room is a page of its own, which goes on to the game by itself.
  await page.waitForURL(({ pathname }) => !pathname.startsWith("/r/"));
  return {
    page,
    problems,
    expectClean: (expected) => problems.expectClean(expected),
    async screenshot(name) {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** Prints what a page of a failed test complained about and saves what it showed. */
async function report(opened: OpenedPage, name: string): Promise<void> {
  console.log(`${opened.page.url()}:\n${opened.problems.list.join("\n") || "The page has no problems."}`);
  const file = `failed-${name}`.replace(/[^\w-]+/g, "-");
  await opened.screenshot(file).catch((error) => console.log(`No screenshot of it: ${error}`));
}

/**
 * One browser for the tests of a file or of a `describe`. The returned function opens a page; each test's pages are
 * closed after it. A page that breaks the server's security headers fails its test, whatever else it is about. Of a test that fails, the pages' problems are printed and their looks saved.
 */
export function useBrowser(launch: LaunchOptions = {}) {
  let browser: Browser | undefined;
  let opened: OpenedPage[] = [];

  beforeAll(async () => {
    browser = await launchBrowser(launch);
  });
  afterEach(async ({ task }) => {
    for (const [index, it] of opened.entries()) {
      if (task.result?.state === "fail") await report(it, `${task.name}-${index}`);
      await it.close();
    }
    const violations = opened.flatMap(({ problems }) => problems.violations);
    opened = [];
    if (violations.length > 0)
      throw new Error(`A page did what its security headers forbid:\n${violations.join("\n")}`);
  });
  afterAll(async () => {
    await browser?.close();
  });

  return async function open(url: string, options: PageOptions = {}): Promise<OpenedPage> {
    if (!browser)
      throw new Error("The browser of these tests is not running yet: open pages inside of a test.");
    const page = await openPage(browser, url, options);
    opened.push(page);
    return page;
  };
}
