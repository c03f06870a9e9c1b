import type { MarkKind } from "../../arena/arena.ts";
import { rimOf } from "../rim.ts";
import type { Place } from "../tick-input.ts";
import type { World } from "../types.ts";

/** The places of a kind in an arena; the middle of its core where none is marked, so that there is always one. */
export function placesOf({ arena }: Pick<World, "arena">, kind: MarkKind): readonly Place[] {
  const marks = arena.marks.filter((mark) => mark.kind === kind);
  return marks.length > 0 ? marks : [rimOf(arena)];
}
