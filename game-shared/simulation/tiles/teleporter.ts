import { type Arena, Tile } from "../../arena/arena.ts";
import { aimX, aimY } from "../../quantize.ts";
import { TELEPORTER } from "../../tile-tunables.ts";
import { tileOf } from "../ground.ts";
import type { TileRule } from "./rule.ts";

/** Slower than this (tiles/s) somebody has no direction of their own, and comes out where they look. */
const SLOW = 0.5;

/** Whoever steps on it comes out beside the other one of its pair, in the direction in which they went in, as fast as they were. */
export const teleporter: TileRule = {
  stand(body, context) {
    const { arena } = context.ground;
    const to = otherEnd(arena, Math.floor(body.y) * arena.width + Math.floor(body.x));
    if (to === undefined) return;
    const column = to % arena.width;
    const row = Math.floor(to / arena.width);
    // Its other end may have sunk with the rim.
    if (tileOf(context.ground, column, row) !== Tile.Teleporter) return;
    const { x, y } = body;
    const speed = Math.sqrt(body.vx * body.vx + body.vy * body.vy);
    const dx = speed > SLOW ? body.vx / speed : aimX(body.aim);
    const dy = speed > SLOW ? body.vy / speed : aimY(body.aim);
    body.x = column + 0.5 + dx * TELEPORTER.exit;
    body.y = row + 0.5 + dy * TELEPORTER.exit;
    const { tick, id } = context;
    context.emit({ type: "teleport", tick, id, x, y, toX: body.x, toY: body.y });
  },
};

const known = new WeakMap<Arena, ReadonlyMap<number, number>>();

/** The other one of the pair of a teleporter, both as indices into `arena.tiles`; undefined for what is none. */
export function otherEnd(arena: Arena, index: number): number | undefined {
  let pairs = known.get(arena);
  if (pairs === undefined) {
    pairs = pairUp(arena);
    known.set(arena, pairs);
  }
  return pairs.get(index);
}

/** All teleporters of an arena with their other ends. */
function pairUp({ tiles, directions }: Arena): ReadonlyMap<number, number> {
  const waiting = new Map<number, number>();
  const pairs = new Map<number, number>();
  tiles.forEach((tile, index) => {
    if (tile !== Tile.Teleporter) return;
    const pair = directions[index] ?? 0;
    const other = waiting.get(pair);
    if (other === undefined) waiting.set(pair, index);
    else pairs.set(index, other).set(other, index);
  });
  return pairs;
}
