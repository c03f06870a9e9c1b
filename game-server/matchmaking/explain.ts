import { ServerError } from "@colyseus/core";
import { seatRefusal } from "#colyseus/server/refusals.ts";
import type { RefusalReason } from "../observability/metrics.ts";
import { Refusal } from "./refusal.ts";

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
  switch (seatRefusal(error)) {
    case "gone":
      return refusal(404, "not_found", `There is no room with the code ${code}.`);
    case "taken":
      return refusal(409, "room_full", `Room ${code} is full.`);
    case "token":
      return refusal(410, "seat_gone", "Your seat in that room is gone.");
    case "going down":
      return refusal(503, "going_down", "The server is going down.");
  }
  if (!(error instanceof ServerError)) return FAULT;
  const { message } = error;
  const refused = error.code >= 400 && error.code < 500;
  return refused ? refusal(error.code, "bad_request", message) : { ...FAULT, code: error.code, message };
}

function refusal(status: number, reason: RefusalReason, message: string): Explanation {
  return { status, code: status, message, reason };
}
