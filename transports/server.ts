import type { ServerTransport } from "./contract/server-transport.ts";
import { longPolling } from "./long-polling/server.ts";
import { polling } from "./polling/server.ts";
import { serverSentEvents } from "./sse/server.ts";
import { webRtc } from "./webrtc/server.ts";

/** Every transport besides WebSocket. */
export const SERVER_TRANSPORTS: readonly ServerTransport[] = [webRtc, serverSentEvents, longPolling, polling];
