import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "#shared/transport/client-transport.ts";
import { type FallbackMemory, fallbackTransport } from "#shared/transport/fallback.ts";
import { httpTransport } from "#shared/transport/http-end.ts";
import { longPolling } from "#shared/transport/long-polling.ts";
import type { TransportChoice, TransportName } from "#shared/transport/names.ts";
import { polling } from "#shared/transport/polling.ts";
import { serverSentEvents } from "#shared/transport/sse.ts";
import { POLL_MS } from "#shared/transport/timing.ts";
import { webSocketTransport } from "#shared/transport/websocket-end.ts";
import { browserIo } from "./browser-io.ts";
import { webRtc } from "./webrtc.ts";

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

/** Makes the transport of a choice. `memory` is what "auto" has found out so far. */
export function createTransport(
  choice: TransportChoice,
  events: TransportEvents,
  memory: FallbackMemory,
): ClientTransport {
  if (choice !== "auto") return TRANSPORT_TABLE[choice](events);
  return fallbackTransport(browserIo, TRANSPORT_TABLE.websocket, memory)(events);
}
