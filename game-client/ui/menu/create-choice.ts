import { modesFor } from "#shared/simulation/modes/suits.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { MATCH, NET } from "#shared/tunables.ts";
import type { CreateChoice } from "../../session/actions.ts";
import type { ArenaChoice } from "../context.ts";

/** The arena that a new room begins with: the plainest one, on which every mode can be played. */
const USUAL_ARENA = "meadow";
/** Seats and bots that suit most who open an ordinary room. */
const USUAL = { maxPlayers: 8, bots: 3 };

/** What the dialogue opens with: the last choice as far as it still can be made, else what suits most. */
export function startingChoice(arenas: readonly ArenaChoice[], last: CreateChoice | undefined): CreateChoice {
  const same = arenas.find(({ id, maxPlayers }) => id === last?.arena && maxPlayers >= last.maxPlayers);
  if (last !== undefined && same !== undefined && modesFor(same).includes(last.mode)) return tidy(last);
  const arena =
    arenas.find(({ id }) => id === USUAL_ARENA) ??
    arenas.find((each) => modeFor(each) === "brawl") ??
    arenas[0];
  return {
    roomName: "",
    mode: arena === undefined ? "brawl" : modeFor(arena),
    arena: arena?.id ?? "",
    ...USUAL,
    botSkill: "fitting",
    timeLimit: MATCH.brawlTime,
    pickupsOff: [],
    netRate: NET.patchRate,
    private: false,
    password: "",
    lobby: true,
  };
}

/** A choice with no more bots than one seat leaves free. */
export function tidy(choice: CreateChoice): CreateChoice {
  return { ...choice, bots: Math.min(choice.bots, choice.maxPlayers - 1) };
}

/** What changes with another mode: a match is as long as is usual in it, unless somebody chose a length. */
export function choosingMode(
  mode: string,
  before: Pick<CreateChoice, "mode" | "timeLimit">,
): Pick<CreateChoice, "mode" | "timeLimit"> {
  const isUsual = before.timeLimit === modeOf(before.mode).timeLimit;
  return { mode, timeLimit: isUsual ? modeOf(mode).timeLimit : before.timeLimit };
}

/** What changes with another arena: a huge one is for another mode, with seats and bots for a crowd. */
export function choosing(arena: ArenaChoice, before: CreateChoice): Partial<CreateChoice> {
  const modes = modesFor(arena);
  const mode = modes.includes(before.mode) ? before.mode : modeFor(arena);
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
