import { Tile } from "../arena/arena.ts";
import { TILES, ticks } from "../tunables.ts";
import { isSolid } from "./contacts.ts";
import { tileOf } from "./ground.ts";
import type { GameEvent, World } from "./types.ts";

const GONE_AT = ticks(TILES.crumbleDelay);
const BACK_AT = GONE_AT + ticks(TILES.crumbleReturn);

/** Starts the clock of crumbling tiles that are stepped on and moves all clocks on by a tick. */
export function crumble(world: World, emit: (event: GameEvent) => void): void {
  const { arena, crumbleTicks } = world;
  if (arena.crumbles.length === 0) return;
  for (const player of world.players.values()) {
    if (!isSolid(player)) continue;
    const column = Math.floor(player.x);
    const row = Math.floor(player.y);
    if (tileOf(world, column, row) !== Tile.Crumble) continue;
    const position = arena.crumbleIndex[row * arena.width + column] ?? -1;
    if (crumbleTicks[position] === 0) change(world, position, 1, 1, emit);
  }
  for (let position = 0; position < crumbleTicks.length; position++) {
    const age = crumbleTicks[position] ?? 0;
    if (age === 0) continue;
    if (age + 1 === GONE_AT) change(world, position, GONE_AT, 2, emit);
    else if (age + 1 === BACK_AT) change(world, position, 0, 0, emit);
    else crumbleTicks[position] = age + 1;
  }
}

/** Makes every crumbling tile whole again. */
export function mend(world: World): void {
  world.crumbleTicks.fill(0);
  world.crumblePhases.fill(0);
}

function change(
  world: World,
  position: number,
  age: number,
  phase: 0 | 1 | 2,
  emit: (event: GameEvent) => void,
): void {
  world.crumbleTicks[position] = age;
  world.crumblePhases[position] = phase;
  const tile = world.arena.crumbles[position] ?? 0;
  const x = (tile % world.arena.width) + 0.5;
  const y = Math.floor(tile / world.arena.width) + 0.5;
  emit({ type: "crumble", tick: world.tick, tile, x, y, phase });
}
