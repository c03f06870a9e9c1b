import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom, type TestPlayer } from "../support/game.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { Fingers, middleOf } from "./support/fingers.ts";
import {
  figures,
  framesLater,
  inMatch,
  PATIENCE,
  plainLooks,
  ticksLater,
  until,
} from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

interface Played {
  opened: OpenedPage;
  page: Page;
  id: string;
  /** Somebody else in the room: what they see went over the server. */
  watcher: TestPlayer;
}

/** A page alone in a room, but for somebody who watches from Node. */
async function play(options: BrowserContextOptions = {}): Promise<Played> {
  const { url } = server();
  const watcher = await createRoom(server(), { arena: "meadow", name: "Watcher" });
  const opened = await open(`${url}/?room=${watcher.room.roomId}&join=1`, {
    ...plainLooks(url, "Ann"),
    ...options,
  });
  const { sessionId: id = "" } = await inMatch(opened.page);
  return { opened, page: opened.page, id, watcher };
}

/** Waits until the server has moved somebody by more than half a tile in a direction. */
async function movesBy({ watcher, id }: Played, axis: "x" | "y", sign: 1 | -1): Promise<void> {
  const at = () => watcher.room.state.players.get(id)?.[axis] ?? Number.NaN;
  const from = at();
  await watcher.until(`movement along ${axis}`, () => (at() - from) * sign > 0.5, PATIENCE);
}

/** Waits until the page tells of something that its own character did, and forgets nothing of it. */
function does({ page, id }: Played, type: string, times = 1): Promise<unknown> {
  return until(
    page,
    (wanted) =>
      window.pushback.events.filter((event) => event.type === wanted.type && event.id === wanted.id).length >=
      wanted.times,
    { type, id, times },
  );
}

/** Waits until the character looks in a direction (radians). */
function looks({ page }: Played, direction: number): Promise<unknown> {
  return until(
    page,
    (wanted) => Math.cos((window.pushback.own?.aim ?? Number.NaN) - wanted) > 0.98,
    direction,
  );
}

describe.each([
  ["portrait", { width: 390, height: 844 }],
  ["landscape", { width: 844, height: 390 }],
])("fingers on a telephone in %s", (_name, viewport) => {
  it("move, aim, push and dash, two at once", async () => {
    const played = await play({ viewport, hasTouch: true, isMobile: true, deviceScaleFactor: 1 });
    const { page } = played;
    await page.getByTestId("touch").waitFor({ timeout: PATIENCE });
    const fingers = await Fingers.on(page);
    // Where the sticks rest: that is where thumbs go.
    const left = await middleOf(page.getByTestId("touch-move").locator(".stick-base"));
    const right = await middleOf(page.getByTestId("touch-aim").locator(".stick-base"));

    await fingers.down(0, left);
    await fingers.move(0, { x: left.x + 50, y: left.y });
    await movesBy(played, "x", 1);
    // The other thumb aims up while the first one goes on; letting go of it is what pushes.
    await fingers.down(1, right);
    await fingers.move(1, { x: right.x, y: right.y - 50 });
    await looks(played, -Math.PI / 2);
    await fingers.move(0, { x: left.x - 50, y: left.y });
    await movesBy(played, "x", -1);
    await fingers.up(1);
    await does(played, "push");
    await fingers.up(0);

    await fingers.down(2, await middleOf(page.getByTestId("touch-dash")));
    await does(played, "dash");
    await fingers.up(2);
    await framesLater(page, 3);
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    played.opened.expectClean();
    await played.watcher.leave();
  });
});

describe("a gamepad", () => {
  it("moves, aims and pushes, and the keyboard takes over again", async () => {
    const played = await play();
    const { page } = played;
    await page.evaluate(() => {
      const pad = {
        index: 0,
        connected: true,
        mapping: "standard",
        axes: [0, 0, 0, 0],
        buttons: Array.from({ length: 17 }, () => ({ pressed: false, touched: false, value: 0 })),
      };
      Object.assign(window, { pad });
      Object.defineProperty(navigator, "getGamepads", { value: () => [pad, null, null, null] });
    });
    const set = (axes: number[], pushed: boolean) =>
      page.evaluate(
        ([values, pressed]) => {
          const { pad } = window as unknown as { pad: { axes: number[]; buttons: { pressed: boolean }[] } };
          pad.axes = values;
          Object.assign(pad.buttons[0] ?? {}, { pressed });
        },
        [axes, pushed] as const,
      );
    await set([1, 0, 0, 0], false);
    await movesBy(played, "x", 1);
    await set([-1, 0, 0, -1], false);
    await looks(played, -Math.PI / 2);
    await movesBy(played, "x", -1);
    await set([0, 0, 0, -1], true);
    await until(page, () => window.pushback.own?.action === 1, undefined);
    await set([0, 0, 0, 0], false);
    await does(played, "push");
    // A stick that rests askew, as worn ones do, is no movement.
    await set([0.15, -0.1, 0, 0], false);
    await page.keyboard.down("KeyD");
    await movesBy(played, "x", 1);
    await page.keyboard.up("KeyD");
    played.opened.expectClean();
    await played.watcher.leave();
  });
});

describe("the keys", () => {
  it("are what the player makes them, over a reload as well", async () => {
    const { url } = server();
    // Without settings from outside, which a new context would bring back at every load.
    const opened = await open(`${url}/?transport=websocket`, { viewport: { width: 900, height: 600 } });
    const { page } = opened;
    await page.getByTestId("settings").click();
    await page.getByTestId("key-dash-0").click();
    await page.keyboard.press("KeyF");
    await page.getByTestId("key-dash-0").getByText("F", { exact: true }).waitFor({ timeout: PATIENCE });
    await page.getByTestId("settings-done").click();
    await page.reload();
    await page.getByTestId("settings").click();
    await page.getByTestId("key-dash-0").getByText("F", { exact: true }).waitFor({ timeout: PATIENCE });
    await page.getByTestId("settings-done").click();

    const watcher = await createRoom(server(), { arena: "meadow" });
    await page.getByTestId("join-code").fill(watcher.room.roomId);
    await page.getByTestId("join").click();
    const { sessionId: id = "" } = await inMatch(page);
    await page.keyboard.press("KeyF");
    await does({ opened, page, id, watcher }, "dash");
    opened.expectClean();
    await watcher.leave();
  });

  it("are text in a field, and nobody's business in a dialogue", async () => {
    const played = await play();
    const { page } = played;
    const standing = async () => {
      const { x: before } = (await figures(page)).own ?? { x: Number.NaN };
      await page.keyboard.down("KeyD");
      await ticksLater(page, 15);
      await framesLater(page, 3);
      await page.keyboard.up("KeyD");
      expect((await figures(page)).own?.x).toBe(before);
    };
    await page.evaluate(() => {
      const field = document.createElement("input");
      field.id = "field";
      document.body.append(field);
      field.focus();
    });
    await standing();
    expect(await page.inputValue("#field")).toBe("d");
    await page.evaluate(() => document.getElementById("field")?.remove());

    await page.keyboard.press("Escape");
    await page.getByTestId("pause-dialog").waitFor({ timeout: PATIENCE });
    await standing();
    await page.getByTestId("resume").click();
    // The control: the same key does move in the match.
    await page.keyboard.down("KeyD");
    await movesBy(played, "x", 1);
    await page.keyboard.up("KeyD");
    played.opened.expectClean();
    await played.watcher.leave();
  });
});
