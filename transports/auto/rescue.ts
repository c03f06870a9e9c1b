import type { TransportName } from "../contract/names.ts";
import { reason } from "../contract/reasons.ts";
import type { Refuge } from "../moving/client.ts";

/** A WebSocket that is cut twice within this time (ms) is cut by something on the way. */
const CUT_AGAIN_MS = 30_000;

/** Where `auto` goes when the line of a transport was cut in mid-match: see `MovingDeps.rescue`. */
export function rescueOf(cut: TransportName, tried: number, sinceMs: number): Refuge | undefined {
  return refugesOf(cut, sinceMs)[tried];
}

function refugesOf(cut: TransportName, sinceMs: number): readonly Refuge[] {
  const events: Refuge = { to: "sse", why: reason("cut_so_sse") };
  switch (cut) {
    case "webrtc":
      return [{ to: "websocket", why: reason("webrtc_closed_so_back") }, events];
    case "websocket":
      return sinceMs < CUT_AGAIN_MS ? [events] : [{ to: "websocket", why: reason("cut_so_again") }, events];
    case "sse":
      return [{ to: "long-polling", why: reason("cut_so_polling") }];
    default:
      return [{ to: cut, why: reason("cut_so_again") }];
  }
}
