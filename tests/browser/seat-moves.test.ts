import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, plainLooks, ticksLater, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
// Where there is no network but the machine itself, a page speaks WebRTC only when it is allowed to.
const open = useBrowser({ renderer: "canvas", args: ["--allow-loopback-in-peer-connection"] });

/** How long (ms) a line stands still that has lost a packet, and how often. */
const STALL_MS = 250;
const EVERY_MS = 1500;
/** A correction (tiles) that nobody sees. */
const UNSEEN = 0.05;

/** Chooses a connection in the settings, in the middle of a match. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByTestId("settings").click();
  const choice = page.getByTestId("settings-connection");
  await choice.scrollIntoViewIfNeeded();
  await choice.getByRole("radio", { name, exact: true }).check({ force: true });
  await page.getByTestId("settings-done").click();
  await page.keyboard.press("Escape");
}

/** A match without bots over the automatic choice, with the net graph, in which each screen that is shown is noted. */
async function play(url: string) {
  const host = await createRoom(server(), { arena: "meadow" });
  onTestFinished(() => host.leave());
  const opened = await open(
    `${url}/?room=${host.room.roomId}&join=1`,
    plainLooks(url, "Ann", { connection: "auto", netGraph: true }),
  );
  const { page } = opened;
  await page.setViewportSize({ width: 1280, height: 720 });
  await inMatch(page);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seenScreens: seen });
    setInterval(() => seen.add(window.pushback.screen), 20);
  });
  const screens = (): Promise<string[]> =>
    page.evaluate(() => [...(Reflect.get(window, "seenScreens") as Set<string>)]);
  return { ...opened, screens };
}

describe("a match whose player chooses another connection", () => {
  it("goes on over it at once, without an interruption, and the net graph says what it is", async () => {
    const { page, screens, screenshot, expectClean } = await play(server().url);
    expect((await figures(page)).transport).toBe("websocket");
    await page.evaluate(() => window.pushback.resetFigures());
    for (const [name, transport] of [
      ["WebRTC", "webrtc"],
      ["Long polling", "long-polling"],
      ["Automatic", "websocket"],
    ] as const) {
      await choose(page, name);
      await until(page, (wanted) => window.pushback.transport === wanted, transport);
      await ticksLater(page, 20);
    }
    const { lineMoves, maxPredictionError } = await figures(page);
    expect(lineMoves).toBe(3);
    expect(maxPredictionError).toBeLessThan(UNSEEN);
    expect(await page.getByTestId("net-line").textContent()).toMatch(/^WebSocket\d+\.\d % late$/);
    expect(await page.getByTestId("connection-note").count()).toBe(0);
    await screenshot("seat-moved");
    expect(await screens()).toEqual(["match"]);
    // The request that was held when the seat left long polling is given up.
    expectClean([/long-polling\/.*ERR_ABORTED/]);
  });
});

// The virtual suite holds the choice to numbers in every run.
describe.runIf(NIGHTLY)("the automatic choice", () => {
  it("leaves a WebSocket on which states come late, and says why", async () => {
    const proxy = await DelayProxy.start({ targetPort: Number(new URL(server().url).port) });
    onTestFinished(() => proxy.close());
    const { page, screens, screenshot, expectClean } = await play(proxy.url);
    const losing = setInterval(() => {
      proxy.stall();
      setTimeout(() => proxy.resume(), STALL_MS);
    }, EVERY_MS);
    onTestFinished(() => clearInterval(losing));
    await until(page, () => window.pushback.transport === "webrtc", undefined);
    const { transportReason } = await figures(page);
    expect(transportReason).toMatch(
      /^On WebSocket \d+ % of the states came late, so the match comes over WebRTC\.$/,
    );
    expect(await page.getByTestId("connection-note").textContent()).toBe(transportReason);
    await ticksLater(page, 30);
    await screenshot("left-websocket");
    await page.setViewportSize({ width: 844, height: 390 });
    await screenshot("left-websocket-lying");
    await page.setViewportSize({ width: 390, height: 844 });
    await screenshot("left-websocket-phone");
    expect(await screens()).toEqual(["match"]);
    expectClean();
  });
});
