/** The ways in which news travel between server and player, by the names that addresses and settings use. */
export const TRANSPORTS = ["websocket", "webrtc", "sse", "long-polling", "polling"] as const;
export type TransportName = (typeof TRANSPORTS)[number];

/** What people call them, in the middle of a sentence. */
export const TRANSPORT_WORDS: Readonly<Record<TransportName, string>> = {
  websocket: "WebSocket",
  webrtc: "WebRTC",
  sse: "server-sent events",
  "long-polling": "long polling",
  polling: "polling",
};

/** What a player may ask for: one of them, or to be given the best that works. */
export const TRANSPORT_CHOICES = [...TRANSPORTS, "auto"] as const;
export type TransportChoice = (typeof TRANSPORT_CHOICES)[number];

/** The transport of this name, or undefined when there is none in the list. */
export function transportNamed(text: string): TransportName | undefined {
  return TRANSPORTS.find((name) => name === text);
}

/** The choice that a text names, or undefined when it names none. */
export function parseTransport(text: string | null | undefined): TransportChoice | undefined {
  return TRANSPORT_CHOICES.find((choice) => choice === text);
}
