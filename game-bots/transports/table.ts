import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "#shared/transport/client-transport.ts";
import { httpTransport } from "#shared/transport/http-end.ts";
import { longPolling } from "#shared/transport/long-polling.ts";
import type { TransportName } from "#shared/transport/names.ts";
import { polling } from "#shared/transport/polling.ts";
import { serverSentEvents } from "#shared/transport/sse.ts";
import { POLL_MS } from "#shared/transport/timing.ts";
import { webSocketTransport } from "#shared/transport/websocket-end.ts";
import { nodeIo } from "./node-io.ts";
import { webRtc } from "./webrtc.ts";

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

/** Makes the transport of a name for a client in Node: bots, load tests, experiments. */
export function createTransport(name: TransportName, events: TransportEvents): ClientTransport {
  return TRANSPORT_TABLE[name](events);
}
