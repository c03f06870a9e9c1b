import { ServerError } from "@colyseus/core";
import type { Arena } from "#shared/arena/arena.ts";

/**
 * The arena that was asked for, or any when nobody asked.
 * @throws ServerError that names the arenas there are, when there is no such one.
 */
export function chooseArena(
  arenas: ReadonlyMap<string, Arena>,
  wanted: string | undefined,
  seed: number,
): Arena {
  const all = [...arenas.values()];
  const arena = wanted === undefined ? all[seed % all.length] : arenas.get(wanted);
  if (arena === undefined) {
    throw new ServerError(400, `There is no arena "${wanted}": there are ${[...arenas.keys()].join(", ")}.`);
  }
  return arena;
}
