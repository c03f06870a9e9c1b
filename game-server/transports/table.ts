import { longPolling } from "./long-polling.ts";
import { polling } from "./polling.ts";
import { serverSentEvents } from "./sse.ts";
import type { PlayerTransport } from "./transport.ts";
import { webRtc } from "./webrtc.ts";

/** Every transport besides WebSocket. */
export const PLAYER_TRANSPORTS: readonly PlayerTransport[] = [webRtc, serverSentEvents, longPolling, polling];
