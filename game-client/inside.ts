import { PlayerClient } from "#player/player-client.ts";
import { UNTIL_GIVEN_UP } from "#player/room-session.ts";
import { pollPeriod } from "#transports/browser.ts";
import type { TransportChoice } from "#transports/contract/names.ts";
import { parsePollPeriod } from "#transports/polling/client.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import type { Inside } from "./session/inside.ts";
import { Visit } from "./session/visit.ts";
import { pageConnectOptions } from "./transports/connect-options.ts";

/**
 * What this browser is in rooms with. `choice` is asked for each connection; `pollMs` is the period that the address asks
 * for.
 */
export function createInside(choice: () => TransportChoice, pollMs: string | null): Inside {
  pollPeriod.ms = parsePollPeriod(pollMs);
  const client = new PlayerClient({
    origin: location.origin,
    // The page watches by itself how long the seat is kept.
    reconnect: UNTIL_GIVEN_UP,
    follow: { after: alarm, roll: Math.random },
    simulation: { clock: { now: () => performance.now(), after: alarm }, seed: () => Date.now() },
    ...pageConnectOptions(choice),
  });
  return { client, visit: (session, deps, events) => new Visit(session, deps, events) };
}
