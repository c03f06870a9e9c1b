import type { GameEvent } from "./simulation/types.ts";

/** Name of the room type. */
export const ROOM = "arena";

/** Messages from the server to the page, by name. */
export const ServerMessage = {
  /** `EventBatch`: what happened since the last patch; follows that patch. */
  Events: "events",
  /** `TimeAnswer` to a `ClientMessage.Time`. */
  Time: "time",
  /** `StepTimeAnswer` to a `ClientMessage.StepTime`. */
  StepTime: "stepTime",
  /** `SpotsMessage`, every now and then on huge arenas. */
  Spots: "spots",
} as const;

/** What happened since the last patch; each event says in which step. */
export interface EventBatch {
  events: GameEvent[];
}

/** Where everybody is, roughly: see `unpackSpots`. */
export interface SpotsMessage {
  spots: Uint8Array;
}

/** What time it was when a question came. */
export interface TimeAnswer {
  /** What the question said. */
  asked: number;
  /** Time of the simulation (ms): the steps that have run, and what has passed of the next one. */
  time: number;
  /** The input that was the quickest on its way since the last question, by its `tick`, and when it came (the same ms). */
  quickest?: { number: number; time: number };
}

/** How busy the server of a room is. */
export interface StepTimeAnswer {
  /** 95th percentile of how long the steps of the last second took (ms). */
  p95: number;
}

/** Code of the refusal for a missing or wrong password. */
export const WRONG_PASSWORD = 401;

/** Messages from the page to the server, by name. */
export const ClientMessage = {
  /** No payload: this player wants the rematch now. */
  Rematch: "rematch",
  /** Any number, usually the time of the page (ms): what time is it on the server? */
  Time: "time",
  /** No payload: how long do the steps of this room take? */
  StepTime: "stepTime",
} as const;
