import { modesFor } from "#shared/simulation/modes/suits.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { MATCH } from "#shared/tunables.ts";
import type { CreateChoice } from "../../session/actions.ts";
import type { ArenaChoice } from "../context.ts";

/** Seats and bots that suit most who open an ordinary room. */
const USUAL = { maxPlayers: 8, bots: 3 };

/** What the dialogue opens with. */
export function startingChoice(arenas: readonly ArenaChoice[]): CreateChoice {
  const arena = arenas.find((each) => modeFor(each) === "brawl") ?? arenas[0];
  return {
    mode: arena === undefined ? "brawl" : modeFor(arena),
    arena: arena?.id ?? "",
    ...USUAL,
    botSkill: "normal",
    timeLimit: MATCH.brawlTime,
    private: false,
    password: "",
  };
}

/** What changes with another arena: a huge one is for another mode, with seats and bots for a crowd. */
export function choosing(arena: ArenaChoice, before: CreateChoice): Partial<CreateChoice> {
  const mode = modeFor(arena);
  const seats =
    mode === before.mode
      ? { maxPlayers: Math.min(before.maxPlayers, arena.maxPlayers) }
      : mode === "brawl"
        ? USUAL
        : { maxPlayers: arena.maxPlayers, bots: modeOf(mode).fillTo - 1 };
  return { arena: arena.id, mode, ...seats };
}

function modeFor(arena: ArenaChoice): string {
  return modesFor(arena)[0] ?? "brawl";
}
