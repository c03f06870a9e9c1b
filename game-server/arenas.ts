import { readdirSync, readFileSync } from "node:fs";
import type { Arena } from "#shared/arena/arena.ts";
import { parseArena } from "#shared/arena/parse-arena.ts";

const FOLDER = new URL("../assets/arenas/", import.meta.url);

/**
 * Reads every map in assets/arenas, by its file name.
 * @throws Error naming the file when a map is not a valid arena.
 */
export function loadArenas(folder: URL = FOLDER): ReadonlyMap<string, Arena> {
  const arenas = new Map<string, Arena>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".tmj")) continue;
    const id = file.slice(0, -".tmj".length);
    arenas.set(id, parseArena(id, JSON.parse(readFileSync(new URL(file, folder), "utf8"))));
  }
  if (arenas.size === 0) throw new Error(`There is no arena (*.tmj) in ${folder.pathname}.`);
  return arenas;
}
