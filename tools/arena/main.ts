/** `npm run arena`: opens a map in the game, and again whenever it is saved. `--help` tells the rest. */

import { watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import { complain, optionsOf } from "#bots/load/usage.ts";
import { readArena } from "#server/arenas.ts";
import { endWithNpm } from "../end-with-npm.ts";
import { interruption } from "../interruption.ts";
import { checkMaps, wordsOf } from "./check.ts";
import { HELP } from "./help.ts";
import { parseOptions } from "./options.ts";
import { Workshop } from "./workshop.ts";

const Status = { Fine: 0, Failed: 1 } as const;
const root = join(import.meta.dirname, "../..");
/** Editors write a file in several steps: it is read when nothing has changed for this long (ms). */
const QUIET_MS = 150;

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf({ name: "arena", help: HELP, parse: parseOptions }, args);
  if (typeof options === "number") return options;
  const [file = ""] = options.files;
  const report = checkMaps(options.files);
  if (options.check || !report.isFine) {
    for (const line of report.lines) say(line);
    return report.isFine ? Status.Fine : Status.Failed;
  }
  const stopped = interruption();
  let workshop: Workshop;
  try {
    workshop = await Workshop.open(readArena(file), options, root);
  } catch (error) {
    return complain(wordsOf(error), Status.Failed);
  }
  say(
    `${workshop.link}\n\nOpen the link to play on ${basename(file)}. It is loaded again whenever it is saved; Ctrl-C ends.`,
  );
  const watcher = onSave(file, () => reload(file, workshop));
  await stopped;
  watcher.close();
  await workshop.close();
  return Status.Fine;
}

async function reload(file: string, workshop: Workshop): Promise<void> {
  try {
    const arena = readArena(file);
    await workshop.show(arena);
    say(`${basename(file)} is loaded again: "${arena.name}", ${arena.width} x ${arena.height} tiles.`);
  } catch (error) {
    say(`${wordsOf(error)}\nThe map from before stays.`);
  }
}

/** Calls back when a file has been saved. Its folder is watched: many programs put a new file in the place of the old one. */
function onSave(file: string, saved: () => void): { close(): void } {
  let waiting: NodeJS.Timeout | undefined;
  return watch(dirname(file), (_event, name) => {
    if (name !== basename(file)) return;
    clearTimeout(waiting);
    waiting = setTimeout(saved, QUIET_MS);
  });
}

endWithNpm();
process.exit(await main(process.argv.slice(2)));
