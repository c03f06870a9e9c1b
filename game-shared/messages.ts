import type { GameEvent } from "./simulation/types.ts";

/** Name of the room type. */
export const ROOM = "arena";

/** Messages from the server to the page, by name. */
export const ServerMessage = {
  /** `EventBatch`: what happened since the last patch; follows that patch. */
  Events: "events",
} as const;

/** Events with the moment of the patch that they follow. */
export interface EventBatch {
  /** Server clock (ms since the room began). */
  time: number;
  /** Step of that patch; an event's own tick is this one or a little less. */
  tick: number;
  events: GameEvent[];
}

/** Code of the refusal for a missing or wrong password. */
export const WRONG_PASSWORD = 4403;

/** Messages from the page to the server, by name. */
export const ClientMessage = {
  /** No payload: this player wants the rematch now. */
  Rematch: "rematch",
} as const;
