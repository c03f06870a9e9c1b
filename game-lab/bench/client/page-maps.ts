import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "vite";
import { ensureClient } from "../../../tools/client-build.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** What the page that the server has is made of. */
export interface PageMaps {
  /** The source file of a place in a built file, as a path within the project; undefined when nobody knows. */
  sourceOf(url: string, line: number, column: number): string | undefined;
  remove(): Promise<void>;
}

/**
 * Sees to it that the server has the present page, and builds it once more beside it, for the maps: the same sources give
 * the same files.
 * @throws Error when they do not.
 */
export async function mapPage(): Promise<PageMaps> {
  await ensureClient();
  const folder = await mkdtemp(join(tmpdir(), "pushback-client-"));
  await build({
    root: join(ROOT, "game-client"),
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: folder, sourcemap: "hidden" },
  });
  const assets = new Set(await readdir(join(ROOT, "dist/client/assets")));
  const strange = (await readdir(join(folder, "assets"))).filter(
    (file) => file.endsWith(".js") && !assets.has(file),
  );
  if (strange.length > 0)
    throw new Error(`The page was built with other files than before: ${strange.join(", ")}.`);
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (file: string): SourceMap | undefined => {
    if (!maps.has(file)) maps.set(file, readMap(join(folder, "assets", `${file}.map`)));
    return maps.get(file);
  };
  return {
    sourceOf(url, line, column) {
      const entry = mapOf(basename(url.split("?")[0] ?? ""))?.findEntry(line, column);
      return entry !== undefined && "originalSource" in entry ? tidy(entry.originalSource) : undefined;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // A file without a map: a worker, or something of the browser.
    return undefined;
  }
}

/** "../../../game-client/x.ts" as "game-client/x.ts". */
function tidy(source: string): string {
  return (
    /(?:^|\/)((?:game-(?:client|player|shared)|transports|node_modules)\/.*)$/.exec(source)?.[1] ?? source
  );
}
