import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { PushbackLab } from "#client/lab/lab-figures.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { useBrowser } from "./support/browser.ts";
import { PATIENCE, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

function lab(page: Page): Promise<PushbackLab> {
  return page.evaluate(() => ({ ...window.pushbackLab }));
}

/** Waits until every transport has a pane that draws the match and has measured for a while. */
async function measured(page: Page): Promise<PushbackLab> {
  await until(
    page,
    (names) =>
      // The page has loaded before it knows the figures: first it looks at the heads of a request of its own.
      "pushbackLab" in window &&
      names.every((name) => {
        const pane = window.pushbackLab.panes[name];
        return pane?.status === "live" && pane.own !== undefined && pane.recent.updates > 0;
      }),
    TRANSPORTS,
  );
  return lab(page);
}

describe("push lab", () => {
  it("shows one match over every transport, and that what is asked for now and then is older", async () => {
    const { page, expectClean, screenshot } = await open(`${server().url}/lab`);
    const before = await measured(page);
    // They are all in one room, on their own characters, and others move in every pane.
    for (const name of TRANSPORTS) expect(before.panes[name]?.others.length).toBeGreaterThan(1);
    await until(
      page,
      (earlier) =>
        Object.entries(earlier).every(([name, pane]) => {
          const now = Object.entries(window.pushbackLab.panes).find(([other]) => other === name)?.[1];
          return pane.others.some(({ id, x, y }) => {
            const same = now?.others.find((other) => other.id === id);
            return same !== undefined && Math.hypot(same.x - x, same.y - y) > 1;
          });
        }),
      before.panes,
    );
    // Asked once a second, a state is half a second old on average; over a socket it is there within a patch.
    await page.getByTestId("lab-pollMs").fill("1000");
    await until(
      page,
      () => {
        const { polling, websocket } = window.pushbackLab.panes;
        return (polling?.recent.age ?? 0) > 2 * (websocket?.recent.age ?? Number.POSITIVE_INFINITY);
      },
      undefined,
    );
    const { panes } = await lab(page);
    expect(panes.websocket?.totals.requests).toBe(0);
    for (const name of ["sse", "long-polling", "polling"] as const) {
      expect(panes[name]?.totals.requests).toBeGreaterThan(1);
      expect(panes[name]?.totals.overheadUp).toBeGreaterThan(panes[name]?.totals.payloadUp ?? 0);
    }
    await page
      .getByTestId("sentence-polling")
      .getByText(/ms behind the freshest pane/)
      .waitFor({ timeout: PATIENCE });
    await page.evaluate(() => scrollTo(0, 0));
    await screenshot("lab");
    expectClean();
  });

  it("times one push in all panes, and shows it again", async () => {
    const { page, expectClean, screenshot } = await open(`${server().url}/lab`);
    await measured(page);
    await page.getByTestId("race").click();
    await until(page, () => window.pushbackLab.race === "done", undefined);
    const { raceTimes } = await lab(page);
    for (const name of TRANSPORTS) {
      const { came, drawn } = raceTimes[name] ?? {};
      expect(came, name).toBeGreaterThanOrEqual(0);
      expect(drawn, name).toBeGreaterThanOrEqual(came ?? Number.POSITIVE_INFINITY);
    }
    await page.getByTestId("race-replay").click();
    await page.getByTestId("race-bars").scrollIntoViewIfNeeded();
    await screenshot("lab-race");
    expectClean();
  });

  it("gives the keys to one pane, and only to it", async () => {
    const { page, expectClean } = await open(`${server().url}/lab`);
    await measured(page);
    await page.getByTestId("play-websocket").click();
    const from = (await lab(page)).panes.websocket?.own;
    await page.keyboard.down("KeyD");
    await until(
      page,
      (start) => (window.pushbackLab.panes.websocket?.own?.x ?? 0) > (start?.x ?? 1e9) + 0.5,
      from,
    );
    await page.keyboard.up("KeyD");
    await page.keyboard.press("Escape");
    await page.getByTestId("play-websocket").getByText("Play this pane").waitFor({ timeout: PATIENCE });
    expectClean();
  });

  it("stacks the panes on a telephone, and leads to the game and back", async () => {
    const { page, expectClean, screenshot } = await open(`${server().url}/lab`, PHONE);
    await measured(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(PHONE.viewport.width);
    await screenshot("lab-phone");
    expectClean();
    await page.getByTestId("to-game").click();
    await page.getByTestId("push-lab").click();
    await page.getByTestId("pane-websocket").waitFor({ timeout: PATIENCE });
  });
});
