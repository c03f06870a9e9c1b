import type { Arena } from "../../arena/arena.ts";
import { STAMPEDE } from "../../tunables.ts";
import type { Place } from "../tick-input.ts";
import { Action, type Player, type World } from "../types.ts";

/**
 * On a huge arena the spawns from which one of some places is a short run away, so that nobody who comes back has to look for the
 * others; all of them where there is none.
 */
export function spawnsNear({ arena }: Pick<World, "arena">, places: readonly Place[]): Arena["spawns"] {
  const near = arena.spawns.filter((spawn) =>
    places.some(({ x, y }) => (x - spawn.x) ** 2 + (y - spawn.y) ** 2 <= STAMPEDE.spawnNear ** 2),
  );
  return near.length > 0 ? near : arena.spawns;
}

/** Everybody in play besides one player. */
export function othersOf({ players }: Pick<World, "players">, self: Player): readonly Player[] {
  return [...players.values()].filter((other) => other !== self && other.action !== Action.Falling);
}
