import { ServerError } from "@colyseus/core";
import type { Arena } from "#shared/arena/arena.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { suits } from "#shared/simulation/modes/suits.ts";

/**
 * The arena that was asked for, or any that suits the mode when nobody asked.
 * @throws ServerError that names the arenas there are for the mode, when it is not one of them.
 */
export function chooseArena(
  arenas: ReadonlyMap<string, Arena>,
  wanted: string | undefined,
  mode: Mode,
  seed: number,
): Arena {
  const all = [...arenas.values()].filter((arena) => suits(mode, arena));
  const arena = wanted === undefined ? all[seed % all.length] : all.find(({ id }) => id === wanted);
  if (arena !== undefined) return arena;
  const known = all.map((one) => one.id).join(", ");
  const unfit = wanted === undefined || arenas.has(wanted);
  throw new ServerError(
    400,
    unfit ? refusal("arena_unfit", { arenas: known }) : refusal("no_arena", { name: wanted, arenas: known }),
  );
}
