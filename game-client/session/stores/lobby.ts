import { type Signal, signal } from "@preact/signals-core";
import type { BotSkill } from "#shared/bot-skills.ts";
import type { Look } from "#shared/look.ts";
import type { PickupName } from "#shared/simulation/pickups/table.ts";

/** Somebody who is in the room. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly look: Look;
  readonly bot: boolean;
  readonly self: boolean;
  readonly host: boolean;
  readonly connected: boolean;
  /** The host lets nobody read what they write. */
  readonly muted: boolean;
  /** Wants to begin now. */
  readonly ready: boolean;
  /** Only watches. */
  readonly watching: boolean;
  /** Number of the team, from 0; `NO_TEAM` for who watches, and where everybody plays for themselves. */
  readonly team: number;
  /** A bot plays for them. */
  readonly away: boolean;
}

/** What is played next. */
export interface Plan {
  /** Id of the arena. */
  readonly arena: string;
  readonly mode: string;
  /** Length of a match (s). */
  readonly timeLimit: number;
  /** Bots that the host wants; fewer where people need their seats. */
  readonly bots: number;
  readonly botSkill: BotSkill;
  /** Pickups that do not appear. */
  readonly pickupsOff: readonly PickupName[];
  readonly maxPlayers: number;
}

/** What the next match could be, and who wants it. */
export interface Proposal {
  readonly mode: string;
  /** Id of the arena. */
  readonly arena: string;
  readonly votes: number;
  readonly mine: boolean;
}

/** The room as people meet in it: who is here, what comes next, and what the host has decided. */
export interface LobbyStore {
  /** In the order in which they came. */
  readonly guests: Signal<readonly Guest[]>;
  /** Undefined while nobody is host. */
  readonly host: Signal<{ readonly name: string; readonly self: boolean } | undefined>;
  readonly plan: Signal<Plan>;
  /** What can be voted for; nothing while there is no vote. */
  readonly proposals: Signal<readonly Proposal[]>;
  /** The host lets nobody else in. */
  readonly locked: Signal<boolean>;
  /** The results lead back to the lobby, and not straight into the next match. */
  readonly gathers: Signal<boolean>;
  /** This player has a seat and plays from the next round on. */
  readonly waits: Signal<boolean>;
}

/** The lobby of no room. */
export function createLobbyStore(): LobbyStore {
  return {
    guests: signal<readonly Guest[]>([]),
    host: signal<{ name: string; self: boolean } | undefined>(undefined),
    plan: signal<Plan>({
      arena: "",
      mode: "brawl",
      timeLimit: 0,
      bots: 0,
      botSkill: "normal",
      pickupsOff: [],
      maxPlayers: 0,
    }),
    proposals: signal<readonly Proposal[]>([]),
    locked: signal(false),
    gathers: signal(false),
    waits: signal(false),
  };
}
