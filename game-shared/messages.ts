import type { GameEvent } from "./simulation/types.ts";

/** Name of the room type. */
export const ROOM = "arena";

/** Messages from the server to the page, by name. Answers to commands have the name of the command. */
export const ServerMessage = {
  /** `EventBatch`: what happened since the last patch; follows that patch. */
  Events: "events",
  /** `SpotsMessage`, every now and then on huge arenas. */
  Spots: "spots",
  /** `RefusedMessage`: a command of this page was not done. */
  Refused: "refused",
} as const;

/** What happened since the last patch; each event says in which step. */
export interface EventBatch {
  events: GameEvent[];
}

/** Where everybody is, roughly: see `unpackSpots`. */
export interface SpotsMessage {
  spots: Uint8Array;
}

/** Why a command was not done. */
export interface RefusedMessage {
  command: string;
  /** A refusal, as `refusal` in `refusals/` writes it. */
  why: string;
}

/** Code of the refusal for a missing or wrong password. */
export const WRONG_PASSWORD = 401;
