import type { Page } from "playwright-core";
import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import type { Driver } from "./driver.ts";
import { distance } from "./ways.ts";

/** A way to run to and fro on: from one x to another, at a height. */
export interface Lane {
  /** Where to turn (tiles): a key that is let go late runs on for as much as a tile. */
  left: number;
  right: number;
  y: number;
}

/** Who is farther from the lane than this (tiles) walks back to it first. */
const FAR = 3.5;
/** Who is this far beside it (tiles) steers back while running. */
const BESIDE = 0.35;

/** A look at every frame is enough, and leaves a slow machine to the game. */
function nextFrame(page: Page): Promise<Window["pushback"]["own"]> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => resolve(window.pushback.own))),
  );
}

/**
 * Runs to and fro until the signal says stop; after a blow or a fall it comes back and goes on. What it rejects with is for
 * who awaits it: a test that failed before has closed the page.
 */
export function runOn(driver: Driver, arena: Arena, lane: Lane, signal: AbortSignal): Promise<void> {
  const running = keepOn(driver, arena, lane, signal);
  running.catch(() => {});
  return running;
}

async function keepOn(driver: Driver, arena: Arena, lane: Lane, signal: AbortSignal): Promise<void> {
  const middle = { x: (lane.left + lane.right) / 2, y: lane.y };
  let way: "KeyD" | "KeyA" = "KeyD";
  while (!signal.aborted) {
    const own = await nextFrame(driver.page);
    if (
      own === undefined ||
      own.fall > 0 ||
      tileAt(arena, Math.floor(own.x), Math.floor(own.y)) === Tile.Void
    ) {
      await driver.hold();
      continue;
    }
    if (distance(own, middle) > FAR + (lane.right - lane.left) / 2) {
      await driver.walkTo(arena, middle);
      continue;
    }
    if (own.x > lane.right) way = "KeyA";
    if (own.x < lane.left) way = "KeyD";
    const off = own.y - lane.y;
    await driver.hold(way, ...(Math.abs(off) > BESIDE ? [off > 0 ? "KeyW" : "KeyS"] : []));
  }
  await driver.hold();
}
