import { ServerError } from "@colyseus/core";
import type { RefusalReason } from "../observability/metrics.ts";
import { Refusal } from "./refusal.ts";
import { isTaken } from "./seating.ts";

/** A refusal as it is answered and counted. */
export interface Explanation {
  status: number;
  code: number;
  message: string;
  reason: RefusalReason;
}

const FAULT: Explanation = {
  status: 500,
  code: 500,
  message: "The server could not do that.",
  reason: "fault",
};

/** What went wrong in words for the player, from what Colyseus says for developers. `code` is the room that was asked for. */
export function explain(error: unknown, code: string): Explanation {
  if (error instanceof Refusal) return error;
  if (!(error instanceof ServerError)) return FAULT;
  const { message } = error;
  // Before the next one: that a room is gone is no news of its seats.
  if (/not found|disposed/.test(message)) {
    return refusal(404, "not_found", `There is no room with the code ${code}.`);
  }
  if (isTaken(error)) return refusal(409, "room_full", `Room ${code} is full.`);
  if (/reconnection token/.test(message)) {
    return refusal(410, "seat_gone", "Your seat in that room is gone.");
  }
  if (/shutting down/i.test(message)) return refusal(503, "going_down", "The server is going down.");
  const refused = error.code >= 400 && error.code < 500;
  return refused ? refusal(error.code, "bad_request", message) : { ...FAULT, code: error.code, message };
}

function refusal(status: number, reason: RefusalReason, message: string): Explanation {
  return { status, code: status, message, reason };
}
