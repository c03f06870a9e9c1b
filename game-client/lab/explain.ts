import type { TransportName } from "#transports/contract/names.ts";

/** How a transport works, for somebody who has never heard of it. */
export interface Explanation {
  /** What kind of conversation it is, in a few words. */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

export const EXPLANATIONS: Readonly<Record<TransportName, Explanation>> = {
  websocket: {
    kind: "A socket",
    title: "WebSocket",
    text: "One connection stays open, and both sides speak whenever they have something to say. A message costs a handful of bytes on top of itself, and nobody asks first. What gets lost on the way holds up all that follows.",
  },
  webrtc: {
    kind: "Datagrams",
    title: "WebRTC",
    text: "Packets without an order: what is lost is not waited for, the next one is newer anyway. That wins on a bad line. The price is a connection that has to be negotiated first, ports, and more bytes around each message.",
  },
  sse: {
    kind: "A stream",
    title: "Server-sent events",
    text: "One response that never ends: the server writes into it whenever there is something new. It goes one way only, as text, so what the player does travels in requests of its own, one after the other.",
  },
  "long-polling": {
    kind: "Held requests",
    title: "Long polling",
    text: "The page asks, and the server keeps the question until it has an answer. Then the page asks again. News come at once, but every message costs a whole request with all its headers, and a way there and back.",
  },
  polling: {
    kind: "Request and response",
    title: "Polling",
    text: "The page asks again and again whether there is something new, and the server cannot say anything in between. The picture is as old as the pause between two questions, and many questions bring nothing.",
  },
};
