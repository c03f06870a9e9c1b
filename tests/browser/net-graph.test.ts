import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PLOTS } from "#client/ui/net-graph/plots.ts";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import {
  figures,
  framesLater,
  inMatch,
  PATIENCE,
  plainLooks,
  until,
  untilPhase,
  withSettings,
} from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

/** Plots of something that is never nothing. */
const DRAWN: readonly string[] = ["round-trip", "age", "patches", "bytes", "frames"];
const LAPTOP = { width: 1280, height: 720 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What a plot says in words. */
function words(page: Page, plot: string): Promise<string | null> {
  return page.getByTestId(`net-${plot}`).locator(".net-values").textContent();
}

/** Waits until every plot has something to say. */
function untilItSpeaks(page: Page): Promise<unknown> {
  return until(
    page,
    (count) => {
      const values = [...document.querySelectorAll(".net-plot b")].map((value) => value.textContent);
      return values.length >= count && values.every((text) => text !== "…");
    },
    PLOTS.length,
  );
}

/** Share of the pixels of each plot's box that are lighter than its ground. */
function ink(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const shown = document.querySelector<HTMLCanvasElement>(".net-graph canvas");
    const copy = shown && new OffscreenCanvas(shown.width, shown.height);
    const context = copy?.getContext("2d", { willReadFrequently: true });
    if (!shown || !context) return [];
    context.drawImage(shown, 0, 0);
    const origin = shown.getBoundingClientRect();
    const dense = shown.width / origin.width;
    return [...document.querySelectorAll(".net-box")].map((box) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      const pixels = context.getImageData(
        // Without the number at the end of the scale.
        Math.ceil((left - origin.left + 24) * dense),
        Math.ceil((top - origin.top) * dense),
        Math.floor((width - 24) * dense),
        Math.floor(height * dense),
      ).data;
      let light = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        if ((pixels[i] ?? 0) + (pixels[i + 1] ?? 0) > 200) light += 1;
      }
      return light / (pixels.length / 4);
    });
  });
}

/** What lies over the graph, or under it, and should not: names of parts that share a point with it. */
function overlaps(page: Page, part: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const box = (element: Element) => element.getBoundingClientRect();
    const own = document.querySelector(selector);
    if (own === null) return ["it is not there"];
    const mine = box(own);
    const others =
      ".mini-row, .timer, .connection, .own-middle, .ring, .hud-menu, .stick-base, .touch-button, .feed-line, .net-graph, .conditions-badge";
    return [...document.querySelectorAll(others)]
      .filter((other) => other !== own && !own.contains(other) && other.checkVisibility())
      .filter((other) => {
        const { left, right, top, bottom, width } = box(other);
        const apart =
          right <= mine.left || left >= mine.right || bottom <= mine.top || top >= mine.bottom || width === 0;
        return !apart;
      })
      .map((other) => other.className);
  }, part);
}

describe("the net graph", () => {
  it("comes and goes with F3, tells figures that move, and stays as it was over a reload", async () => {
    const host = await createRoom(server(), { bots: 3 });
    const { url } = server();
    const opened = await open(`${url}/?room=${host.room.roomId}&join=1&renderer=canvas`, {
      ...plainLooks(url, "Ann"),
      viewport: LAPTOP,
    });
    const { page } = opened;
    await inMatch(page);
    expect(await page.getByTestId("net-graph").count()).toBe(0);
    expect((await figures(page)).serverStep).toBe(0);
    await page.keyboard.press("F3");
    await page.getByTestId("net-graph").waitFor({ timeout: PATIENCE });
    await untilItSpeaks(page);
    // A step of the server takes some time, and less than an hour.
    await until(page, () => window.pushback.serverStep > 0 && window.pushback.serverStep < 1000, undefined);
    await page.waitForFunction(
      (before) => {
        const now = [...document.querySelectorAll(".net-plot b")].map((value) => value.textContent).join();
        return now !== before;
      },
      await page
        .locator(".net-plot b")
        .allTextContents()
        .then((all) => all.join()),
      { timeout: PATIENCE },
    );
    // A plot has its number at once and its line when there are some seconds of it.
    await waitFor("every plot to be drawn", async () => {
      const shares = await ink(page);
      const faint = PLOTS.filter(({ id }, index) => DRAWN.includes(id) && (shares[index] ?? 0) <= 0.005);
      if (faint.length > 0)
        throw new Error(`there is hardly anything of ${faint.map(({ id }) => id).join()}`);
      return true;
    });
    expect(await words(page, "patches")).toMatch(/^\d+ of 25 \/s$/);
    expect(await overlaps(page, ".net-graph")).toEqual([]);
    await opened.screenshot("net-graph-laptop");
    await page.reload();
    await inMatch(page);
    await page.getByTestId("net-graph").waitFor({ timeout: PATIENCE });
    await page.keyboard.press("F3");
    await page.getByTestId("net-graph").waitFor({ state: "detached", timeout: PATIENCE });
    await until(page, () => window.pushback.serverStep === 0, undefined);
    opened.expectClean();
    await host.leave();
  });

  it.runIf(NIGHTLY)("is small on a telephone and leaves the thumbs and the scores alone", async () => {
    const host = await createRoom(server(), { bots: 3 });
    const { url } = server();
    const opened = await open(
      `${url}/?room=${host.room.roomId}&join=1&delay=75&jitter=15&loss=5&renderer=canvas`,
      {
        ...withSettings(url, { name: "Bea", effects: "low", music: 0 }),
        ...PHONE,
      },
    );
    const { page } = opened;
    await inMatch(page);
    await page.getByTestId("pause").tap();
    await page.getByTestId("settings-net-graph").tap();
    await opened.screenshot("net-graph-pause");
    await page.getByTestId("settings").tap();
    await page.getByTestId("simulate").scrollIntoViewIfNeeded();
    await opened.screenshot("net-settings");
    await page.getByTestId("settings-done").tap();
    await page.getByTestId("resume").tap();
    await page.getByTestId("net-graph").waitFor({ timeout: PATIENCE });
    await untilPhase(page, "playing");
    await untilItSpeaks(page);
    for (const [shape, size] of [
      ["portrait", PHONE.viewport],
      ["landscape", { width: 844, height: 390 }],
    ] as const) {
      await page.setViewportSize(size);
      await framesLater(page, 30);
      expect(await overlaps(page, ".net-graph"), shape).toEqual([]);
      expect(await overlaps(page, ".conditions-badge"), shape).toEqual([]);
      await opened.screenshot(`net-graph-${shape}`);
    }
    opened.expectClean();
    await host.leave();
  });
});

describe("the network simulator", () => {
  it("raises the round trip that is measured, says so, and turns off again", async () => {
    const host = await createRoom(server());
    const { url } = server();
    const opened = await open(
      `${url}/?room=${host.room.roomId}&join=1&delay=400&jitter=x&loss=-3&renderer=canvas`,
      plainLooks(url, "Ann"),
    );
    const { page } = opened;
    await inMatch(page);
    const badge = page.getByTestId("conditions-badge");
    expect(await badge.textContent()).toBe("Simulated: 400 ms each way");
    expect((await figures(page)).simulatedLink).toMatchObject({ delayMs: 400, jitterMs: 0, lossPercent: 0 });
    await until(page, () => window.pushback.rtt >= 800, undefined);
    await badge.click();
    const dialog = page.getByTestId("network-dialog");
    await dialog.waitFor({ timeout: PATIENCE });
    await dialog.getByText("Other side of the world").click();
    await until(
      page,
      () => document.querySelector(".conditions-badge")?.textContent?.includes("140 ms ±10 each way"),
      undefined,
    );
    expect(new URL(page.url()).search).toBe(`?room=${host.room.roomId}&renderer=canvas`);
    await page.setViewportSize(LAPTOP);
    await opened.screenshot("network-dialog");
    await page.getByTestId("network-off").click();
    await page.getByTestId("network-done").click();
    await dialog.waitFor({ state: "detached", timeout: PATIENCE });
    expect(await badge.count()).toBe(0);
    // Far below what it was, and within what a busy machine takes of its own.
    await until(page, () => window.pushback.rtt < 600, undefined);
    expect((await figures(page)).simulatedLink).toBeUndefined();
    opened.expectClean();
    await host.leave();
  });
});
