import type { FallbackMemory } from "./auto/client.ts";
import { movingOver } from "./auto/moving.ts";
import type { ClientTransportFactory, TransportEvents } from "./contract/client-transport.ts";
import type { MovableTransport } from "./contract/movable.ts";
import type { TransportChoice, TransportName } from "./contract/names.ts";
import { browserIo } from "./http/browser-io.ts";
import { httpTransport } from "./http/client.ts";
import { POLL_MS } from "./http/timing.ts";
import { longPolling } from "./long-polling/client.ts";
import { polling } from "./polling/client.ts";
import { serverSentEvents } from "./sse/client.ts";
import { webRtc } from "./webrtc/browser.ts";
import { webSocketTransport } from "./websocket/client.ts";

/** Period of polling (ms); may be changed while it runs, within what `parsePollPeriod` allows. */
export const pollPeriod = { ms: POLL_MS };

/** The browser's end of every transport, by name. */
export const TRANSPORT_TABLE: Readonly<Record<TransportName, ClientTransportFactory>> = {
  websocket: webSocketTransport((url) => new WebSocket(url)),
  webrtc: webRtc,
  sse: httpTransport("sse", browserIo, serverSentEvents),
  "long-polling": httpTransport("long-polling", browserIo, longPolling),
  polling: httpTransport(
    "polling",
    browserIo,
    polling(() => pollPeriod.ms),
  ),
};

/**
 * Makes the transport of a choice, which can move to another one in mid-match. `choice` is asked at the beginning and at each
 * cut; `memory` is what "auto" has found out so far.
 */
export function createTransport(
  choice: () => TransportChoice,
  events: TransportEvents,
  memory: FallbackMemory,
): MovableTransport {
  return movingOver(browserIo, TRANSPORT_TABLE, choice, memory)(events);
}
