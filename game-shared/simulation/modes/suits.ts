import type { Arena } from "../../arena/arena.ts";
import { MATCH } from "../../tunables.ts";
import { MODES } from "./table.ts";

/** A huge thing, arena or mode, is for more players than an ordinary room has seats. */
export function isHuge({ maxPlayers }: { readonly maxPlayers: number }): boolean {
  return maxPlayers > MATCH.maxPlayers;
}

/** Whether a mode can be played on an arena: a crowd needs a huge one, and eight players would get lost on it. */
export function suits(mode: { readonly maxPlayers: number }, arena: Pick<Arena, "maxPlayers">): boolean {
  return isHuge(mode) === isHuge(arena);
}

/** Ids of the modes that can be played on an arena, the usual one first. */
export function modesFor(arena: Pick<Arena, "maxPlayers">): string[] {
  return Object.values(MODES)
    .filter((mode) => suits(mode, arena))
    .map(({ id }) => id);
}
