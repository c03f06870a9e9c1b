import { parseArgs } from "node:util";
import { UsageError, wholeNumber } from "#bots/load/usage.ts";
import { MODES } from "#shared/simulation/modes/table.ts";

/** What `npm run arena` is to do. */
export interface ArenaOptions {
  readonly files: readonly string[];
  /** Only say what is wrong. */
  readonly check: boolean;
  /** Undefined: one that can be played there. */
  readonly mode: string | undefined;
  readonly bots: number;
  /** Of the page; the game server listens on the next one. */
  readonly port: number;
}

/** Reads the arguments of `npm run arena`. @throws UsageError naming what was expected. */
export function parseOptions(args: readonly string[]): ArenaOptions {
  const { values, positionals } = read(args);
  const { check = false, mode } = values;
  for (const file of positionals) {
    if (!file.endsWith(".tmj")) throw new UsageError(`Expected a map (*.tmj), found "${file}".`);
  }
  if (positionals.length === 0) throw new UsageError("Expected the file of a map (*.tmj).");
  if (!check && positionals.length > 1)
    throw new UsageError("One map is opened at a time; --check takes more.");
  if (mode !== undefined && !Object.hasOwn(MODES, mode)) {
    throw new UsageError(`--mode: expected one of ${Object.keys(MODES).join(", ")}, found "${mode}".`);
  }
  return {
    files: positionals,
    check,
    mode,
    bots: wholeNumber("--bots", values.bots ?? "5", 0, 127),
    port: wholeNumber("--port", values.port ?? "2580", 1, 65_534),
  };
}

function read(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: "boolean" }, mode: text, bots: text, port: text },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
