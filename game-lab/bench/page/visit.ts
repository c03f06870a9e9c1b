import type { Browser, Page } from "playwright-core";
import type { Fetched } from "./weights.ts";

/** What carries the page. */
export interface Line {
  /** Mbit/s to the page; half as much from it. */
  readonly rate: number;
  /** Round trip (ms). */
  readonly rtt: number;
}

/** A visit of somebody who has never been here: all times in ms since the navigation began. */
export interface Visit {
  /** The button that starts a match is drawn and can be clicked. */
  readonly usable: number;
  readonly clicked: number;
  /** The second frame of a match with one's own character in it. */
  readonly shown: number;
  readonly files: readonly Fetched[];
}

declare global {
  interface Window {
    /** Times of this visit so far. */
    visit: { usable?: number; clicked?: number; shown?: number };
  }
}

/** Longest time (ms) for a page to come into a match. */
const PATIENCE = 60_000;
/** Nothing is fetched any more when nothing has been for so long (ms). */
const QUIET_MS = 2000;

/** Notes the times in the page itself, frame by frame. */
const WATCH = `(${() => {
  window.visit = {};
  performance.setResourceTimingBufferSize(1000);
  const { visit } = window;
  const look = (): void => {
    const button = document.querySelector("[data-testid=play]:not(:disabled)");
    if (button !== null && button.getBoundingClientRect().width > 0) visit.usable ??= performance.now();
    const { screen, own, frames = 0, renderer } = window.pushback ?? {};
    if (screen === "match" && own !== undefined && frames > 1 && renderer !== "none")
      visit.shown ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener("click", () => (visit.clicked ??= performance.now()), true);
}})();`;

/** Opens the page over a line without anything of it at hand, and clicks on Play as soon as that can be. */
export async function visitPage(browser: Browser, origin: string, line: Line): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await emulate(page, line);
    await page.goto(origin, { waitUntil: "commit" });
    await page.waitForFunction(() => window.visit.usable !== undefined, undefined, { timeout: PATIENCE });
    await page.getByTestId("play").click({ timeout: PATIENCE });
    await page.waitForFunction(() => window.visit.shown !== undefined, undefined, { timeout: PATIENCE });
    await page.waitForFunction(
      (quiet) => {
        const ends = performance
          .getEntriesByType("resource")
          .map((entry) => entry.startTime + entry.duration);
        return performance.now() - Math.max(...ends) > quiet;
      },
      QUIET_MS,
      { timeout: PATIENCE },
    );
    return await page.evaluate(readVisit);
  } finally {
    await context.close();
  }
}

async function emulate(page: Page, { rate, rtt }: Line): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const bytesPerSecond = (rate * 1e6) / 8;
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: rtt,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  });
}

/** Runs in the page. */
function readVisit(): Visit {
  const { usable = Number.NaN, clicked = Number.NaN, shown = Number.NaN } = window.visit;
  const entries = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ].filter((entry) => entry instanceof PerformanceResourceTiming);
  const files = entries.map(({ name: url, transferSize: bytes, responseStart, responseEnd }) => ({
    url,
    bytes,
    responseStart,
    responseEnd,
  }));
  return { usable, clicked, shown, files };
}
