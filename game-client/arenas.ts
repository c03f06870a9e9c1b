import type { Arena } from "#shared/arena/arena.ts";
import { parseArena } from "#shared/arena/parse-arena.ts";

const FILES = import.meta.glob<string>("../assets/arenas/*.tmj", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** The arenas that this page was built with, by id; the server reads the same files. */
export const ARENAS: ReadonlyMap<string, Arena> = new Map(
  Object.entries(FILES).map(([path, text]) => {
    const id = path.slice(path.lastIndexOf("/") + 1, -".tmj".length);
    return [id, parseArena(id, JSON.parse(text))];
  }),
);
