import { ServerError } from "@colyseus/core";
import { seatRefusal } from "#colyseus/server/refusals.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { RefusalReason } from "../observability/metrics.ts";
import { Refusal, refused } from "./refusal.ts";

/** A refusal as it is answered and counted. */
export interface Explanation {
  status: number;
  code: number;
  /** What travels to the player: see `refusal` in game-shared. */
  message: string;
  reason: RefusalReason;
}

/** What went wrong for the player, from what Colyseus says for developers. `code` is the room that was asked for. */
export function explain(error: unknown, code: string): Explanation {
  if (error instanceof Refusal) return error;
  switch (seatRefusal(error)) {
    case "gone":
      return refused("no_room", { code });
    case "taken":
      return refused("room_full", { code });
    case "token":
      return refused("seat_gone");
    case "silent":
      return refused("rooms_unknown");
    case "going down":
      return refused("going_down");
  }
  if (!(error instanceof ServerError)) return refused("fault");
  const { message } = error;
  if (error.code >= 400 && error.code < 500) return new Refusal(error.code, "bad_request", message);
  return new Refusal(500, "fault", refusal("fault"), error.code);
}
