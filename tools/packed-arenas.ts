import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { Arena } from "../game-shared/arena/arena.ts";

const FOLDER = join(import.meta.dirname, "../assets/arenas");
const NAME = "virtual:arenas";
/** Id of the module in the build. */
export const PACKED_ARENAS = `\0${NAME}`;

/**
 * Gives the page the arenas, short and checked: the maps in `assets/arenas`, or those that `others` has. A map that cannot be played
 * on ends the build with its sentences.
 */
export function packedArenas(others?: () => Iterable<Arena>): Plugin {
  return {
    name: "packed-arenas",
    resolveId: (source) => (source === NAME ? PACKED_ARENAS : undefined),
    async load(loaded) {
      if (loaded !== PACKED_ARENAS) return undefined;
      const { loadArenas } = await import("../game-server/arenas.ts");
      const { packArena } = await import("../game-shared/arena/packed-arena.ts");
      if (others === undefined) for (const file of readdirSync(FOLDER)) this.addWatchFile(join(FOLDER, file));
      const packed = [...(others?.() ?? loadArenas().values())].map(packArena);
      return `export const PACKED = ${JSON.stringify(packed)};`;
    },
  };
}
