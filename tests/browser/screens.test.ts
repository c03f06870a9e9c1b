import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TICK_RATE } from "#shared/tunables.ts";
import { createRoom, joinRoom, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import {
  figures,
  inMatch,
  PATIENCE,
  ticksLater,
  until,
  untilPhase,
  withSettings,
} from "./support/game-page.ts";
import { useServer } from "./support/server.ts";
import { type Device, keep, LAPTOP, PHONE } from "./support/shapes.ts";

const server = useServer();
const open = useBrowser();

/** By day the other tests here show what a laptop has. */
const DEVICES = Object.entries(NIGHTLY ? { laptop: LAPTOP, telephone: PHONE } : { telephone: PHONE });

/** A window that costs next to nothing to draw. */
const IDLE = { width: 320, height: 180 };

const players: TestPlayer[] = [];
afterEach(async () => {
  for (const player of players.splice(0)) if (player.room.connection.isOpen) await player.leave();
});

/** Opens a room with bots for one test. */
async function roomWithBots(bots: number, options: object = {}): Promise<TestPlayer> {
  const player = await createRoom(server(), { bots, name: "Opener", botSkill: "hard", ...options });
  players.push(player);
  return player;
}

/** Comes to a path of the server with a device. */
function visit(path: string, { phone, shapes }: Device): Promise<OpenedPage> {
  const { url } = server();
  const look = { color: 4, pattern: 2, hat: 3 };
  const [viewport = { width: 0, height: 0 }] = Object.values(shapes);
  const touch = { hasTouch: phone, isMobile: phone };
  return open(`${url}${path}`, {
    ...withSettings(url, { name: phone ? "Bea" : "Ann", look }),
    viewport,
    ...touch,
  });
}

/** Presses a button as one does on the device. */
function press(button: Locator, { phone }: Device): Promise<void> {
  return phone ? button.tap({ timeout: PATIENCE }) : button.click({ timeout: PATIENCE });
}

/** Keeps the results as pictures: those of the next match when they gave way to one meanwhile, on a slow machine. */
function keepResults(opened: OpenedPage, device: Device): Promise<unknown> {
  const { page } = opened;
  return waitFor(
    "all pictures of the results",
    async () => {
      await untilPhase(page, "results");
      await page.getByTestId("results").waitFor({ timeout: PATIENCE });
      const rows = await page.getByTestId("score-row").count();
      await keep(opened, "results", device);
      if ((await figures(page)).phase !== "results") return false;
      expect(rows).toBe(8);
      return true;
    },
    { timeoutMs: 2 * PATIENCE },
  );
}

/** Waits until somebody has just been hit: the liveliest moment to look at. */
function untilHit(page: Page): Promise<unknown> {
  return until(page, () => window.pushback.events.slice(-3).some((event) => event.type === "hit"), undefined);
}

describe("the menu", () => {
  it.each(DEVICES)(", its dialogues and a lobby fit a %s", async (_name, device) => {
    await roomWithBots(3);
    const full = await roomWithBots(0, { password: "x", maxPlayers: 2 });
    players.push(await joinRoom(server(), full.room.roomId, { password: "x" }));
    const opened = await visit("/", device);
    const { page } = opened;
    await until(page, () => window.pushback.renderer !== "none" && window.pushback.fps > 0, undefined);
    await keep(opened, "menu", device);
    for (const [button, dialog] of [
      ["create", "create-dialog"],
      ["rooms", "rooms-dialog"],
      ["how-to-play", "help-dialog"],
      ["settings", "settings-dialog"],
    ] as const) {
      await press(page.getByTestId(button), device);
      await page.getByTestId(dialog).waitFor({ timeout: PATIENCE });
      if (dialog === "rooms-dialog") await page.getByTestId("room").first().waitFor({ timeout: PATIENCE });
      await keep(opened, button, device);
      await press(page.getByTestId(dialog).getByTestId("dialog-close"), device);
      await page.getByTestId(dialog).waitFor({ state: "detached", timeout: PATIENCE });
    }
    await press(page.getByTestId("create"), device);
    await press(page.getByTestId("create-submit"), device);
    await page.getByTestId("lobby").waitFor({ timeout: PATIENCE });
    await keep(opened, "lobby", device);
    opened.expectClean();
  });
});

describe("a match", () => {
  // Begun before the first test, so that there is something to show when it is ended.
  let ending: TestPlayer;
  beforeAll(async () => {
    const options = { bots: 7, botSkill: "hard", arena: "meadow", timeLimit: 30 };
    ending = await createRoom(server(), { name: "Opener", ...options });
  });
  afterAll(() => ending.leave());

  // By day those of sixteen and the results of both devices stand for them.
  it.runIf(NIGHTLY).each([
    ["laptop", LAPTOP],
    ["telephone", PHONE],
  ])("of eight fits a %s", async (_name, device) => {
    const opener = await roomWithBots(7, { arena: "meadow" });
    const opened = await visit(`/?room=${opener.room.roomId}&join=1`, device);
    const { page } = opened;
    await inMatch(page);
    await opener.leave();
    await until(page, () => window.pushback.others.length === 7, undefined);
    await untilPhase(page, "playing");
    // Past the big words of the start.
    await ticksLater(page, 2 * TICK_RATE);
    await untilHit(page);
    await keep(opened, "match", device);
    await showScores(page, device, true);
    await keep(opened, "scoreboard", device);
    await showScores(page, device, false);
    opened.expectClean();
  });

  it("of eight shows its results on both", { timeout: 240_000 }, async () => {
    const visitors: [OpenedPage, Device][] = [];
    for (const device of [LAPTOP, PHONE]) {
      const opened = await visit(`/?room=${ending.room.roomId}&join=1`, device);
      visitors.push([opened, device]);
      await inMatch(opened.page);
      // Drawing a large picture without a GPU leaves nothing of two cores to the next page.
      await opened.page.setViewportSize(IDLE);
    }
    ending.room.send("endMatch");
    for (const [opened, device] of visitors) {
      await keepResults(opened, device);
      await opened.page.setViewportSize(IDLE);
      opened.expectClean();
    }
  });

  it("of sixteen fits a laptop", async () => {
    const opener = await roomWithBots(15, { arena: "frost" });
    const opened = await visit(`/?room=${opener.room.roomId}&join=1`, LAPTOP);
    const { page } = opened;
    await inMatch(page);
    await untilPhase(page, "playing");
    await ticksLater(page, 2 * TICK_RATE);
    await untilHit(page);
    expect((await figures(page)).others).toHaveLength(15);
    await keep(opened, "match-of-16", LAPTOP);
    await showScores(page, LAPTOP, true);
    await keep(opened, "scoreboard-of-16", LAPTOP);
    await showScores(page, LAPTOP, false);
    await page.keyboard.press("Escape");
    await page.getByTestId("pause-dialog").waitFor({ timeout: PATIENCE });
    await keep(opened, "pause", LAPTOP);
    opened.expectClean();
  });
});

/** Brings the scoreboard up or down: a telephone has a button for it, a laptop a key. */
async function showScores(page: Page, device: Device, shown: boolean): Promise<void> {
  if (device.phone) await press(page.getByTestId("scores-toggle"), device);
  else if (shown) await page.keyboard.down("Tab");
  else await page.keyboard.up("Tab");
  const state = shown ? "visible" : "detached";
  await page.getByTestId("scoreboard").waitFor({ state, timeout: PATIENCE });
}
