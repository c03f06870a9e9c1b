import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { PATIENCE, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const MINUTES = 10;
/** Until all sounds and pictures are made, and the plots hold as much as they ever will. */
const SETTLED = 2;
/** What a collected heap may grow by from then on (MB): less than a state a second kept for each pane. */
const GROWTH_MB = 4;
const PHONE = { width: 390, height: 844 };

/** What the page holds after everything was collected: MB of objects of JavaScript, and nodes of the document. */
async function held(page: Page, session: CDPSession): Promise<{ heap: number; nodes: number }> {
  await session.send("HeapProfiler.collectGarbage");
  await page.requestGC();
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  return { heap: usedSize / 2 ** 20, nodes };
}

/** Waits until every pane is in its match and hears of it. */
function allLive(page: Page): Promise<unknown> {
  return until(
    page,
    (names) =>
      names.every((name) => {
        const pane = window.pushbackLab.panes[name];
        return pane?.status === "live" && pane.recent.updates > 0;
      }),
    TRANSPORTS,
    2 * PATIENCE,
  );
}

describe.runIf(NIGHTLY)("push lab with all its panes", () => {
  it(`goes on for ${MINUTES} minutes and holds no more than at the start`, {
    timeout: (MINUTES + 5) * 60_000,
  }, async () => {
    const { page, expectClean, screenshot } = await open(`${server().url}/lab`);
    const session = await page.context().newCDPSession(page);
    await allLive(page);
    const samples: { heap: number; nodes: number }[] = [];
    for (let minute = 1; minute <= MINUTES; minute++) {
      await until(page, (due) => performance.now() >= due, minute * 60_000, 120_000);
      await allLive(page);
      const now = await held(page, session);
      samples.push(now);
      console.log(`minute ${minute}: ${now.heap.toFixed(1)} MB, ${now.nodes} nodes`);
    }
    await screenshot("lab-soak");
    await page.setViewportSize(PHONE);
    await screenshot("lab-soak-phone");
    const [from, to] = [samples[SETTLED - 1], samples.at(-1)];
    expect((to?.heap ?? 0) - (from?.heap ?? 0)).toBeLessThan(GROWTH_MB);
    expect((to?.nodes ?? 0) / (from?.nodes ?? 1)).toBeLessThan(1.2);
    expectClean();
  });
});
