import type { Page } from "playwright-core";
import type { JoinedRoom } from "#player/colyseus/joined-room.ts";
import { TICK_MS } from "#shared/tunables.ts";

/** Somebody in one drawn frame. */
export interface Drawn {
  /** Moment of it (ms, any beginning). */
  time: number;
  x: number;
  y: number;
}

declare global {
  interface Window {
    track: Drawn[];
  }
}

/** Begins to record where a page draws one of the others, frame by frame, except while they fall. Once per page. */
export async function trackOther(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => {
    window.track = [];
    // Asked for after the game asked for its own, so it is called after the frame has been drawn.
    const look = () => {
      const other = window.pushback.others.find((player) => player.id === wanted);
      if (other !== undefined && other.fall === 0)
        window.track.push({ time: performance.now(), x: other.x, y: other.y });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, id);
}

/** What has been recorded. */
export function trackOf(page: Page): Promise<Drawn[]> {
  return page.evaluate(() => window.track);
}

/** Begins to record where somebody is by every state that a connection gets. */
export function trackTruth(room: JoinedRoom, id: string): readonly Drawn[] {
  const track: Drawn[] = [];
  room.onStateChange(({ players, tick }) => {
    const player = players.get(id);
    if (player !== undefined) track.push({ time: tick * TICK_MS, x: player.x, y: player.y });
  });
  return track;
}

/** A page that draws nothing for longer than this (ms) shows no way, only another place. */
const UNSEEN_MS = 250;
/** Somebody who has gone back by more than this (tiles) along x has turned. */
const TURN = 0.5;

/**
 * How many times somebody who runs to and fro along x has turned, and the longest way (tiles) that they went backwards
 * and forwards again without turning. What nobody saw is neither.
 */
export function toAndFro(track: readonly Drawn[]): { turns: number; retreat: number } {
  let turns = 0;
  let largest = 0;
  let retreat = 0;
  let way = 1;
  let farthest = Number.NEGATIVE_INFINITY;
  for (const [index, { x, time }] of track.entries()) {
    if (time - (track[index - 1]?.time ?? time) > UNSEEN_MS) {
      farthest = Number.NEGATIVE_INFINITY;
      retreat = 0;
    }
    const back = farthest - x * way;
    if (back <= 0) {
      largest = Math.max(largest, retreat);
      retreat = 0;
      farthest = x * way;
    } else if (back <= TURN) {
      retreat = Math.max(retreat, back);
    } else {
      way = -way;
      farthest = x * way;
      retreat = 0;
      turns += 1;
    }
  }
  return { turns, retreat: largest };
}

/**
 * How much farther (tiles) somebody was drawn to move in a frame than a speed (tiles/s) allows: what the eye sees as a
 * jump. Less than nothing when they never were that fast.
 */
export function largestJump(track: readonly Drawn[], speed: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const [index, now] of track.entries()) {
    const before = track[index - 1];
    if (before === undefined) continue;
    const way = Math.hypot(now.x - before.x, now.y - before.y);
    largest = Math.max(largest, way - (speed * (now.time - before.time)) / 1000);
  }
  return largest;
}
