import type { TransportName } from "#transports/contract/names.ts";

/** A layer of the figure, from the match down to the Internet. */
export const LAYERS = ["match", "websocket", "http", "sctp", "dtls", "tcp", "udp", "ip"] as const;
export type Layer = (typeof LAYERS)[number];

/** The layers that the messages of each transport pass, from above. */
export const PATHS: Readonly<Record<TransportName, readonly Layer[]>> = {
  websocket: ["match", "websocket", "tcp", "ip"],
  webrtc: ["match", "sctp", "dtls", "udp", "ip"],
  sse: ["match", "http", "tcp", "ip"],
  "long-polling": ["match", "http", "tcp", "ip"],
  polling: ["match", "http", "tcp", "ip"],
};

/** The transports from left to right, those over HTTP beside each other. */
export const COLUMNS: readonly TransportName[] = ["websocket", "sse", "long-polling", "polling", "webrtc"];
