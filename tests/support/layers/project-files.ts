import { glob, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Sources } from "./check.ts";

/** The project's root. */
export const ROOT = join(import.meta.dirname, "../../..");

/** The text of every TypeScript file of the project by its path with slashes, relative to the root. */
export async function projectSources(): Promise<Sources> {
  const sources = new Map<string, string>();
  const patterns = ["*.ts", "{game-*,transports,colyseus,tools,tests,assets,docs}/**/*.{ts,tsx}"];
  for await (const path of glob(patterns, { cwd: ROOT })) {
    sources.set(
      relative(ROOT, join(ROOT, path)).replaceAll("\\", "/"),
      await readFile(join(ROOT, path), "utf8"),
    );
  }
  return sources;
}
