import { ServerError } from "@colyseus/core";

/** Why Colyseus gives no seat: it has a text for each, and the same code for most. */
export type SeatRefusal = "gone" | "taken" | "token" | "going down" | "silent";

const TEXTS: Readonly<Record<SeatRefusal, RegExp>> = {
  // Before "taken": that a room is gone is no news of its seats.
  gone: /not found|disposed/,
  taken: /is already full|is locked/,
  token: /reconnection token/,
  "going down": /shutting down/i,
  // Another process has the room, and does not answer.
  silent: /timed out/,
};
const REFUSALS = Object.keys(TEXTS).filter((key): key is SeatRefusal => key in TEXTS);

/** Why Colyseus gave no seat, by what it says for developers; undefined for whatever else went wrong. */
export function seatRefusal(error: unknown): SeatRefusal | undefined {
  if (!(error instanceof ServerError)) return undefined;
  return REFUSALS.find((refusal) => TEXTS[refusal].test(error.message));
}
