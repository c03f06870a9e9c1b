import type { CommandName, CommandPayload } from "#player/commands.ts";
import type { BotSkill } from "#shared/bot-skills.ts";
import type { PracticeWish } from "#shared/practice.ts";
import type { PickupName } from "#shared/simulation/pickups/table.ts";
import type { Text } from "../words/t.ts";
import type { NetworkConditions } from "./network-conditions.ts";
import type { Settings } from "./settings.ts";

/** What the host chose in the create dialogue. */
export interface CreateChoice {
  /** What the room is called; empty when it goes by its host. */
  roomName: string;
  /** Id of a mode that can be played on the arena. */
  mode: string;
  arena: string;
  maxPlayers: number;
  bots: number;
  /** "fitting": as good as the last matches of this player ask for. */
  botSkill: BotSkill | "fitting";
  /** Length of a match (s). */
  timeLimit: number;
  /** Pickups that do not appear. */
  pickupsOff: readonly PickupName[];
  /** Patches per second. */
  netRate: 10 | 25 | 50;
  /** Hidden from the room list. */
  private: boolean;
  password: string;
  /** Friends gather in a lobby before the first match, and between matches. */
  lobby: boolean;
}

/** What the ui can ask for. None of them throws: what goes wrong shows in the store of the page. */
export interface Actions {
  quickPlay(): void;
  /** Starts practice as it was wanted last, for which nobody else and no server is needed. */
  practice(): void;
  /** Wants practice otherwise: that which runs, and the next. */
  practise(wish: PracticeWish): void;
  create(choice: CreateChoice): void;
  /** Shows the card of a room, from which one joins it; `notice`: why one is not in it. */
  look(code: string, notice?: Text): void;
  /** Joins a room: to play, or only to watch. */
  join(code: string, password?: string, spectate?: boolean): void;
  /** Follows the public rooms in the store of the menu, until the returned function is called. */
  followRooms(): () => void;
  leave(): void;
  /** Gives the room a command of the server's table; outside of a room nothing happens. */
  give<N extends CommandName>(name: N, ...payload: CommandPayload<N>): void;
  changeSettings(change: Partial<Settings>): void;
  /** Simulates a bad network from now on; what is not given stays. Not kept over a reload. */
  simulateNetwork(change: Partial<NetworkConditions>): void;
  /** From a "closed" screen: try the same again, or go to the menu. */
  retry(): void;
  /** From a "closed" screen: leaves the choice of the transport to the page from now on, and tries again. */
  joinInstead(): void;
  toMenu(notice?: Text): void;
}
