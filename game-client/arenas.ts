import { PACKED } from "virtual:arenas";
import type { Arena } from "#shared/arena/arena.ts";
import { unpackArena } from "#shared/arena/packed-arena.ts";

/** The arenas that this page was built with, by id; the server reads the maps that they were packed from. */
export const ARENAS: ReadonlyMap<string, Arena> = new Map(
  PACKED.map((packed) => [packed.id, unpackArena(packed)]),
);
