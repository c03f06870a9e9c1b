import type { Arena, MarkKind } from "../../arena/arena.ts";
import { MATCH } from "../../tunables.ts";
import type { Mode } from "./mode.ts";
import { MODES } from "./table.ts";

/** A huge thing, arena or mode, is for more players than an ordinary room has seats. */
export function isHuge({ maxPlayers }: { readonly maxPlayers: number }): boolean {
  return maxPlayers > MATCH.maxPlayers;
}

/**
 * Whether a mode can be played on an arena: a crowd needs a huge one, eight players would get lost on it, and some modes need
 * a place for what they are about.
 */
export function suits(
  { maxPlayers, needs = [] }: Pick<Mode, "maxPlayers" | "needs">,
  arena: Pick<Arena, "maxPlayers" | "marks">,
): boolean {
  const has = (kind: MarkKind): boolean => arena.marks.some((mark) => mark.kind === kind);
  return isHuge({ maxPlayers }) === isHuge(arena) && needs.every(has);
}

/** Ids of the modes that can be played on an arena, the usual one first. */
export function modesFor(arena: Pick<Arena, "maxPlayers" | "marks">): string[] {
  return Object.values(MODES)
    .filter((mode) => suits(mode, arena))
    .map(({ id }) => id);
}
