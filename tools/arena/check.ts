import { relative } from "node:path";
import { readArena } from "#server/arenas.ts";

/** What is wrong with maps and what is fine, in lines for whoever draws them. */
export interface Report {
  readonly lines: readonly string[];
  readonly isFine: boolean;
}

/** Reads maps and says of each what is wrong with it. */
export function checkMaps(files: readonly string[]): Report {
  const results = files.map((file) => {
    try {
      const { name, minPlayers, maxPlayers } = readArena(file);
      return {
        isFine: true,
        line: `${file}: "${name}" is fine, for ${minPlayers} to ${maxPlayers} players.`,
      };
    } catch (error) {
      return { isFine: false, line: wordsOf(error) };
    }
  });
  return { lines: results.map(({ line }) => line), isFine: results.every(({ isFine }) => isFine) };
}

/** An error as a sentence; that a file is not there is told without a path of the system's own. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT" && "path" in error) {
    return `There is no file ${relative(process.cwd(), String(error.path))}.`;
  }
  return error.message;
}
