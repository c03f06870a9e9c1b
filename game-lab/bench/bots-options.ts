import { isSkill } from "#bots/brain/skills.ts";
import { UsageError } from "#bots/load/usage.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { type Contender, listArenas, loadArena } from "./tournament.ts";

/** The shipped arena of an id. Throws `UsageError` for one that there is not. */
export function arenaOf(id: string): Arena {
  const known = listArenas();
  if (known.includes(id)) return loadArena(id);
  throw new UsageError(`--arena: there is no arena "${id}"; expected one of ${known.join(", ")}.`);
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
