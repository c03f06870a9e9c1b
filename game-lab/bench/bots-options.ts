import { isSkill } from "#bots/brain/skills.ts";
import { UsageError } from "#bots/load/usage.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { MODES } from "#shared/simulation/modes/table.ts";
import { type Contender, listArenas, loadArena } from "./tournament.ts";

/** The shipped arena of an id. Throws `UsageError` for one that there is not. */
export function arenaOf(id: string): Arena {
  const known = listArenas();
  if (known.includes(id)) return loadArena(id);
  throw new UsageError(`--arena: there is no arena "${id}"; expected one of ${known.join(", ")}.`);
}

/** The arena of an id, or with "each" all that suit a mode; "each" mode suits any. */
export function arenasOf(id: string, mode: string): Arena[] {
  if (mode !== "each" && MODES[mode] === undefined) {
    throw new UsageError(
      `--mode: there is no mode "${mode}"; expected each, or one of ${Object.keys(MODES).join(", ")}.`,
    );
  }
  if (id !== "each") return [arenaOf(id)];
  return listArenas()
    .map(loadArena)
    .filter((arena) => mode === "each" || modesFor(arena).includes(mode));
}

/** Who plays, by an option's word. Throws `UsageError` for one that means nobody. */
export function contenderOf(option: string, word: string): Contender {
  if (isSkill(word) || word === "newcomer") return word;
  throw new UsageError(`${option}: "${word}" is no skill; expected easy, normal, hard or newcomer.`);
}

/** The mode of that id, or with "each" all that suit an arena. */
export function modesOf(id: string, arena: Arena): string[] {
  const known = modesFor(arena);
  if (id === "each") return known;
  if (known.includes(id)) return [id];
  throw new UsageError(
    `--mode: there is no mode "${id}" for ${arena.name}; expected each, or one of ${known.join(", ")}.`,
  );
}

/** Whether an option says "on". Throws `UsageError` for what is neither "on" nor "off". */
export function switchOf(option: string, word: string): boolean {
  if (word === "on" || word === "off") return word === "on";
  throw new UsageError(`${option}: expected on or off, found "${word}".`);
}
