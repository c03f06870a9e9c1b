import type { ConnectOptions } from "#player/colyseus/sdk-client.ts";
import type { FallbackMemory } from "#transports/auto/client.ts";
import { createTransport } from "#transports/browser.ts";
import type { TransportChoice } from "#transports/contract/names.ts";
import { quietFetch } from "#transports/http/quiet-fetch.ts";
import { hasTransport, troubleAhead, troubleOf } from "./trouble.ts";

/**
 * How this page gets into rooms. A WebSocket that opens and then stays silent has used a seat up before it is found out:
 * then another one is asked for. What kept a player from a seat is told as `TransportTrouble` when another transport may do
 * better than the one that was chosen.
 * @param choice Asked for each connection to a room, so that a setting takes effect with the next one.
 */
export function pageConnectOptions(choice: () => TransportChoice): ConnectOptions {
  const memory: FallbackMemory = {
    blocked: hasTransport("websocket") ? "" : "no_websocket",
    streamsEmpty: !hasTransport("sse"),
  };
  let tried: TransportChoice = "auto";
  return {
    transport(events) {
      tried = choice();
      return createTransport(choice, events, memory);
    },
    fetch: quietFetch,
    trouble: () => troubleAhead(choice()),
    explain: (error) => troubleOf(tried, error),
    learned: () => memory.blocked,
  };
}
