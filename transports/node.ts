import { movingOver } from "./auto/moving.ts";
import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "./contract/client-transport.ts";
import type { MovableTransport } from "./contract/movable.ts";
import type { TransportChoice, TransportName } from "./contract/names.ts";
import { httpTransport } from "./http/client.ts";
import { nodeIo } from "./http/node-io.ts";
import { POLL_MS } from "./http/timing.ts";
import { longPolling } from "./long-polling/client.ts";
import { polling } from "./polling/client.ts";
import { serverSentEvents } from "./sse/client.ts";
import { webRtc } from "./webrtc/node.ts";
import { webSocketTransport } from "./websocket/client.ts";

/** Period of polling (ms); may be changed while it runs, within what `parsePollPeriod` allows. */
export const pollPeriod = { ms: POLL_MS };

/** Node's end of every transport, by name. */
const TRANSPORT_TABLE: Readonly<Record<TransportName, ClientTransportFactory>> = {
  websocket: webSocketTransport((url) => new WebSocket(url)),
  webrtc: webRtc,
  sse: httpTransport("sse", nodeIo, serverSentEvents),
  "long-polling": httpTransport("long-polling", nodeIo, longPolling),
  polling: httpTransport(
    "polling",
    nodeIo,
    polling(() => pollPeriod.ms),
  ),
};

/** Makes the transport of a choice for a client in Node: bots, load tests, experiments. */
export function createTransport(choice: TransportChoice, events: TransportEvents): ClientTransport {
  return choice === "auto" ? createMovable(() => choice, events) : TRANSPORT_TABLE[choice](events);
}

/** Makes a transport that can move to another one in mid-match; `choice` is asked at the beginning and at each cut. */
export function createMovable(choice: () => TransportChoice, events: TransportEvents): MovableTransport {
  return movingOver(nodeIo, TRANSPORT_TABLE, choice, { blocked: "" })(events);
}
