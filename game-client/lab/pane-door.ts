import { PlayerClient } from "#player/player-client.ts";
import { UNTIL_GIVEN_UP } from "#player/room-session.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import type { Inside } from "../session/inside.ts";
import { Visit } from "../session/visit.ts";
import { measuredTransport, type PaneWire } from "./measured-transport.ts";

/** What a pane is in a room of the server with: a transport of the table, whose bytes are counted. */
export function measuredDoor(
  transport: TransportName,
  wire: PaneWire,
  deps: { readonly origin: string; now(): number; date(): number },
): Inside {
  const client = new PlayerClient({
    origin: deps.origin,
    transport: measuredTransport(transport, wire),
    reconnect: UNTIL_GIVEN_UP,
    follow: { after: alarm, roll: Math.random },
    simulation: {
      clock: { now: deps.now, after: alarm },
      seed: deps.date,
      watch: (trip) => wire.meter.packets.note(trip),
    },
  });
  return { client, visit: (session, visitDeps, events) => new Visit(session, visitDeps, events) };
}
