import { nextRandom } from "#shared/random.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { drawArena } from "../draw-arena.ts";
import type { VirtualPage } from "./virtual-page.ts";

/** Where two players run about without ever meeting (tiles). */
export const HOMES = [
  { x: 14, y: 14 },
  { x: 42, y: 42 },
] as const;

/** How far from home (tiles) somebody runs before they turn back. */
const LEASH = 8;
/** Ticks for which a direction is held: a bit more than half a second. */
const HOLD = 27;

/** A wide floor on which two players can run without meeting, and where a third and fourth may stand between. */
export function meadowForTwo() {
  const size = 56;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      HOMES.some(({ x, y }) => Math.floor(x) === column && Math.floor(y) === row) ? "S" : ".",
    ).join(""),
  );
  return drawArena(...rows);
}

function roll(seed: number): number {
  return nextRandom(Math.imul(seed, 0x9e3779b1) >>> 0).value;
}

/**
 * Runs about near a place as people do: a direction for half a second, then another one, seldom standing. The same
 * tick at the same place always gives the same input.
 */
export function runAbout(home: { readonly x: number; readonly y: number }, seed: number, fights = true) {
  return (page: VirtualPage): Partial<PlayerInput> => {
    const body = page.inMatch ? page.match.prediction?.body : undefined;
    const turn = Math.floor(page.ticks / HOLD);
    const inTurn = page.ticks % HOLD;
    const angle = Math.floor(roll(seed + turn * 7) * 8) * (Math.PI / 4);
    const away = body === undefined ? 0 : Math.hypot(body.x - home.x, body.y - home.y);
    const homewards =
      body !== undefined && away > LEASH ? Math.atan2(home.y - body.y, home.x - body.x) : angle;
    const stands = roll(seed + turn * 13 + 1) < 0.12 && away < LEASH;
    const deed = fights ? roll(seed + turn * 17 + 2) : 1;
    return {
      moveX: stands ? 0 : Math.cos(homewards),
      moveY: stands ? 0 : Math.sin(homewards),
      aim: angle + page.ticks * 0.05,
      push: deed < 0.35 && inTurn < 12,
      dash: deed > 0.35 && deed < 0.55 && inTurn === 5,
      brace: deed > 0.55 && deed < 0.65 && inTurn < 8,
    };
  };
}
