import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { TICK_RATE } from "#shared/tunables.ts";
import { createRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { Driver, seesAt } from "./support/driver.ts";
import { createByDialog, framesLater, inMatch, plainLooks, ticksLater, until } from "./support/game-page.ts";
import { installProbe } from "./support/probes.ts";
import { useServer } from "./support/server.ts";

const server = useServer();

/** Different colours in what a 2D canvas shows: a picture has hundreds, an empty one a single one. */
function coloursOnCanvas(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>("#stage canvas");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
  });
}

/** Whether the canvas fills the page and nothing sticks out of it to the side. */
function fillsPage(page: Page): Promise<unknown> {
  return until(
    page,
    () => {
      const box = document.querySelector("#stage canvas")?.getBoundingClientRect();
      const fits = (document.scrollingElement?.scrollWidth ?? 0) <= innerWidth;
      return fits && box !== undefined && box.width === innerWidth && box.height === innerHeight;
    },
    undefined,
  );
}

describe("a browser without WebGL", () => {
  const open = useBrowser({ renderer: "canvas" });

  it("draws menu, match and push on a plain canvas", async () => {
    const { url } = server();
    const opened = await open(`${url}/?transport=websocket`, { viewport: { width: 960, height: 540 } });
    const { page } = opened;
    expect(await page.evaluate(() => document.createElement("canvas").getContext("webgl"))).toBeNull();
    await until(page, () => window.pushback.renderer === "canvas", undefined);
    await until(page, () => window.pushback.fps > 0, undefined);
    expect(await coloursOnCanvas(page)).toBeGreaterThan(50);
    const { sessionId } = await createByDialog(page, "Cloud Meadow", 2);
    await page.keyboard.press("Space");
    await until(
      page,
      (id) => window.pushback.events.some((event) => event.type === "push" && event.id === id),
      sessionId,
    );
    await framesLater(page, 20);
    expect(await coloursOnCanvas(page)).toBeGreaterThan(200);
    await opened.screenshot("canvas-fallback");
    opened.expectClean();
  });
});

describe("a page in the middle of a match", () => {
  const open = useBrowser();

  it("fits itself to every new size of its window, and the mouse still points where it did", async () => {
    const { url } = server();
    const opened = await open(url, plainLooks(url, "Ann"));
    const { page } = opened;
    const { renderer } = await createByDialog(page, "Cloud Meadow", 0);
    expect(renderer).toBe("webgl");
    for (const size of [
      { width: 900, height: 500 },
      { width: 390, height: 700 },
      { width: 700, height: 390 },
    ]) {
      await page.setViewportSize(size);
      await fillsPage(page);
      // The camera looks ahead of the character, but never so far that it leaves the middle half of the window.
      for (const [direction, x, y] of [
        [0, size.width - 2, size.height / 2],
        [Math.PI, 2, size.height / 2],
      ] as const) {
        await page.mouse.move(x, y);
        await until(
          page,
          (wanted) => Math.cos((window.pushback.own?.aim ?? Number.NaN) - wanted) > 0.5,
          direction,
        );
      }
      await framesLater(page, 5);
    }
    opened.expectClean();
  });

  it("that was put away comes back to where the server has everybody", async () => {
    const { url } = server();
    const host = await createRoom(server(), { arena: "meadow", name: "Host" });
    const opened = await open(`${url}/?room=${host.room.roomId}&join=1`, plainLooks(url, "Ann"));
    const { page } = opened;
    const { sessionId: id = "", own } = await inMatch(page);
    await installProbe(page);
    const cdp = await page.context().newCDPSession(page);
    const there = () => host.room.state.players.get(id) ?? { x: Number.NaN, y: Number.NaN };
    const inwards = (x: number) => (x > 15 ? "KeyA" : "KeyD");

    // It runs while it is put away: the server lets go of its keys after a moment, which the page cannot know.
    const key = inwards(own?.x ?? 0);
    await page.keyboard.down(key);
    await ticksLater(page, 5);
    const otherTab = await page.context().newPage();
    await otherTab.bringToFront();
    // A window that nobody sees only slows down without another tab; a pause of its scripts makes it stand still.
    await cdp.send("Debugger.enable");
    await cdp.send("Debugger.pause");
    const from = host.room.state.tick;
    const hostFrom = host.me.x;
    host.play({ moveX: hostFrom > 15 ? -1 : 1 });
    await host.until("the host's own movement", () => Math.abs(host.me.x - hostFrom) > 1);
    host.input = { ...host.input, moveX: 0 };
    await host.until("three seconds", (state) => state.tick > from + 3 * TICK_RATE);
    await cdp.send("Debugger.resume");
    await cdp.send("Debugger.disable");
    await page.bringToFront();
    await page.keyboard.up(key);

    await until(
      page,
      (tick) => window.pushback.screen === "match" && window.pushback.tick > tick,
      from + 3 * TICK_RATE,
    );
    // The control: it really stood still, for about as long as it was put away.
    expect(await page.evaluate(() => window.probe.worstGap)).toBeGreaterThan(2000);
    const rest = await new Driver(page).restingPlaceOf(id);
    expect(rest).toBeDefined();
    await seesAt(page, host.room.sessionId, host.me, 0.01);
    await host.until(
      "the same place",
      () => Math.hypot(there().x - (rest?.x ?? 0), there().y - (rest?.y ?? 0)) < 0.01,
    );
    const before = there().x;
    await page.keyboard.down(inwards(before));
    await host.until("movement", () => Math.abs(there().x - before) > 0.5);
    await page.keyboard.up(inwards(before));
    opened.expectClean();
    await host.leave();
  });
});
