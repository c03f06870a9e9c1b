import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../support/layers/project-files.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, PATIENCE, plainLooks, ticksLater } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";
import { hostFiles, type StaticHost } from "./support/static-host.ts";

const open = useBrowser({ renderer: "canvas" });

/** Waits until the page is kept: its service worker answers for it. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: PATIENCE,
  });
}

describe.runIf(NIGHTLY)("a page that was open before", () => {
  let folder = "";
  let host: StaticHost | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pushback-kept-"));
    await cp(join(ROOT, "dist/client"), folder, { recursive: true });
    host = await hostFiles(folder, "/");
  });
  afterAll(async () => {
    await host?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("opens to practice when the host is gone, and to the newest build when it is back", async () => {
    const { url } = host ?? { url: "" };
    const port = Number(new URL(url).port);
    const opened = await open(url, { ...plainLooks(url, "Ann"), serviceWorkers: "allow" });
    const { page } = opened;
    await kept(page);
    // What Chromium itself says of it.
    const browser = await page.context().newCDPSession(page);
    expect(await browser.send("Page.getInstallabilityErrors")).toEqual({ installabilityErrors: [] });
    await host?.stop();
    await page.goto(`${url}?room=ABCDE`);
    await page.getByTestId("alone").waitFor({ timeout: PATIENCE });
    await opened.screenshot("practice-offline");
    await page.getByTestId("practice").click();
    await inMatch(page);
    await ticksLater(page, 50);
    expect(await figures(page)).toMatchObject({ transport: "local", maxPredictionError: 0 });
    opened.expectClean();

    // Another build, whose page says which it is.
    const html = join(folder, "index.html");
    await writeFile(
      html,
      (await readFile(html, "utf8")).replace("<head>", '<head><meta name="build" content="2">'),
    );
    const worker = join(folder, "sw.js");
    await writeFile(
      worker,
      (await readFile(worker, "utf8")).replace(/"version":"\w+"/, '"version":"another"'),
    );
    host = await hostFiles(folder, "/", port);
    await page.goto(url);
    expect(await page.locator('meta[name="build"]').count()).toBe(1);
    await page.getByTestId("play").waitFor({ timeout: PATIENCE });
    await waitFor("the other build answers for the page", () =>
      page.evaluate(async () => {
        const isKept = (await caches.keys()).includes("pushback-page-another");
        const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
        return isKept && !installing && !waiting && active?.state === "activated";
      }),
    );
    await host.stop();
    await page.goto(url);
    await page.getByTestId("alone").waitFor({ timeout: PATIENCE });
    expect(await page.locator('meta[name="build"]').count()).toBe(1);
  });
});

describe.runIf(NIGHTLY)("the server", () => {
  const server = useServer();

  it("lets its page be kept, and nothing that it answers itself", async () => {
    const { url } = server();
    const { headers } = await fetch(`${url}/sw.js`);
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(headers.get("content-type")).toContain("javascript");
    const opened = await open(url, { ...plainLooks(url, "Ann"), serviceWorkers: "allow" });
    const { page } = opened;
    await kept(page);
    await page.reload();
    await page.getByTestId("play").click();
    await inMatch(page);
    const paths = await page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return all.flat().map((request) => new URL(request.url).pathname);
    });
    expect(paths).toContain("/");
    expect(paths.filter((path) => /^\/(matchmake|transports|api|metrics|healthz|r)\b/.test(path))).toEqual(
      [],
    );
    opened.expectClean();
  });
});
