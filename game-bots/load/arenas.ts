import { readFileSync } from "node:fs";
import type { Arena } from "#shared/arena/arena.ts";
import { parseArena } from "#shared/arena/parse-arena.ts";

const FOLDER = new URL("../../assets/arenas/", import.meta.url);
const known = new Map<string, Arena>();

/**
 * The map of an arena, by the id that a server names.
 * @throws Error when this version has no such arena.
 */
export function arenaOf(id: string): Arena {
  const arena = known.get(id) ?? read(id);
  known.set(id, arena);
  return arena;
}

function read(id: string): Arena {
  try {
    if (!/^[\w-]+$/.test(id)) throw new Error("That is no id.");
    return parseArena(id, JSON.parse(readFileSync(new URL(`${id}.tmj`, FOLDER), "utf8")));
  } catch (error) {
    throw new Error(`The server plays in the arena "${id}", which this load test does not have.`, {
      cause: error,
    });
  }
}
