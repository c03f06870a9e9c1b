import { brawl } from "#shared/simulation/modes/brawl.ts";
import { addMode } from "#shared/simulation/modes/table.ts";
import { STAMPEDE } from "#shared/tunables.ts";

/** Join options of a small room that makes two steps at one go, as those with huge arenas do, and is a Brawl otherwise. */
export function roomInTwos(): { readonly mode: string } {
  const mode = "brawl-in-twos";
  addMode({ ...brawl, id: mode, stepsTogether: STAMPEDE.stepsTogether });
  return { mode };
}
