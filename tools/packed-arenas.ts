import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { Arena } from "../game-shared/arena/arena.ts";

const FOLDER = join(import.meta.dirname, "../assets/arenas");
const NAME = "virtual:arenas";
const ID = `\0${NAME}`;

/**
 * Gives the page the arenas, short and checked: the maps in `assets/arenas`, and what `more` has besides. A map that cannot be played
 * on ends the build with its sentences.
 */
export function packedArenas(more: () => Iterable<Arena> = () => []): Plugin {
  return {
    name: "packed-arenas",
    resolveId: (source) => (source === NAME ? ID : undefined),
    async load(loaded) {
      if (loaded !== ID) return undefined;
      for (const file of readdirSync(FOLDER)) this.addWatchFile(join(FOLDER, file));
      const { loadArenas } = await import("../game-server/arenas.ts");
      const { packArena } = await import("../game-shared/arena/packed-arena.ts");
      const packed = [...loadArenas().values(), ...more()].map(packArena);
      return `export const PACKED = ${JSON.stringify(packed)};`;
    },
  };
}
