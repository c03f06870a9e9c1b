import { RIM } from "../mode-tunables.ts";
import { ticks } from "../tunables.ts";
import { rimOf } from "./rim.ts";
import type { GameEvent, World } from "./types.ts";

/** How much of a rim is gone, and when the next ring goes. */
type Rings = Pick<World, "sunk" | "sinksAt">;

/** Rings that have sunk by a tick. A page that knows when the next one goes foresees it for its own character. */
export function sunkAt({ sunk, sinksAt }: Rings, tick: number): number {
  return sinksAt > 0 && tick >= sinksAt ? sunk + 1 : sunk;
}

/** Lets the next ring shake, and sink when it has shaken for long enough. Nothing happens while one shakes, or with only the core left. */
export function shakeRim(world: World, emit: (event: GameEvent) => void): void {
  const { arena, sunk, sinksAt, tick } = world;
  if (sinksAt > 0 || sunk >= rimOf(arena).count) return;
  world.sinksAt = tick + ticks(RIM.shaking);
  emit({ type: "sink", tick, ring: sunk, phase: 1 });
}

/** The beginning of each step: a ring whose time has come is gone, before anybody moves. */
export function sinkRim(world: World, emit: (event: GameEvent) => void): void {
  const sunk = sunkAt(world, world.tick);
  if (sunk === world.sunk) return;
  emit({ type: "sink", tick: world.tick, ring: world.sunk, phase: 2 });
  world.sunk = sunk;
  world.sinksAt = 0;
}

/** The whole arena stands again. */
export function raiseRim(world: World): void {
  world.sunk = 0;
  world.sinksAt = 0;
}

/** Of these places those under which no ring has sunk or shakes. */
export function standing<Place extends { readonly x: number; readonly y: number }>(
  { arena, sunk, sinksAt }: Pick<World, "arena" | "sunk" | "sinksAt">,
  places: readonly Place[],
): readonly Place[] {
  const going = sinksAt > 0 ? sunk + 1 : sunk;
  if (going === 0) return places;
  const { rings } = rimOf(arena);
  return places.filter(({ x, y }) => (rings[Math.floor(y) * arena.width + Math.floor(x)] ?? 0) >= going);
}
