import type { PretendClient } from "#lab/bench/pretend-room.ts";
import { loadArenas } from "#server/arenas.ts";
import type { World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";

const ARENA = loadArenas().get("archipelago");

/** The world of a Stampede in which nobody is yet. */
export function hugeWorld(): World {
  if (ARENA === undefined) throw new Error("There is no archipelago.");
  return createWorld(ARENA, { seed: 5, mode: "stampede" });
}

/** Puts somebody somewhere (tiles). */
export function put(world: World, id: string, x: number, y: number): void {
  const player = world.players.get(id);
  if (player === undefined) throw new Error(`There is no ${id}.`);
  Object.assign(player, { x, y });
}

/** Whom a client knows of, by id. */
export function near(client: PretendClient): string[] {
  return [...client.seen.players.keys()].sort();
}
