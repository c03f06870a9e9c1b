import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Arena } from "#shared/arena/arena.ts";
import { ArenaError } from "#shared/arena/map-reader.ts";
import { parseArena } from "#shared/arena/parse-arena.ts";
import { requirePlayable } from "#shared/check-arena.ts";

const FOLDER = new URL("../assets/arenas/", import.meta.url);
const ENDING = ".tmj";

/**
 * Reads one map; its id is its file name without the ending.
 * @throws Error in sentences that name the file, the place in it and what to do, when it cannot be played on.
 */
export function readArena(file: string | URL): Arena {
  const name = basename(file instanceof URL ? file.pathname : file);
  const id = name.slice(0, -ENDING.length);
  const text = readFileSync(file, "utf8");
  const arena = parseArena(id, parseJson(id, text));
  requirePlayable(arena);
  return arena;
}

/**
 * Reads every map in assets/arenas, by its file name.
 * @throws Error naming the file when a map is not a valid arena.
 */
export function loadArenas(folder: URL = FOLDER): ReadonlyMap<string, Arena> {
  const arenas = new Map<string, Arena>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(ENDING)) continue;
    const arena = readArena(new URL(file, folder));
    arenas.set(arena.id, arena);
  }
  if (arenas.size === 0) throw new Error(`There is no arena (*${ENDING}) in ${folder.pathname}.`);
  return arenas;
}

function parseJson(id: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ArenaError(id, "", "it is no JSON: save it in Tiled as a JSON map (*.tmj)");
  }
}
