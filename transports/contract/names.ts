/** The transports that a player can use, by the names that addresses and settings use. */
export const TRANSPORTS = ["websocket", "webrtc", "sse", "long-polling", "polling"] as const;
export type TransportName = (typeof TRANSPORTS)[number];

/** What can carry a match: one of them, or nothing but the page itself, where the room is beside it. */
export type CarrierName = TransportName | "local";

/** What a player may ask for: one of them, or to be given the best that works. */
export const TRANSPORT_CHOICES = [...TRANSPORTS, "auto"] as const;
export type TransportChoice = (typeof TRANSPORT_CHOICES)[number];

/** The transport of this name, or undefined when there is none in the list. */
export function transportNamed(text: string): TransportName | undefined {
  return TRANSPORTS.find((name) => name === text);
}

/** What carries a match by this name, or undefined when there is no such thing. */
export function carrierNamed(text: string): CarrierName | undefined {
  return text === "local" ? text : transportNamed(text);
}

/** The choice that a text names, or undefined when it names none. */
export function parseTransport(text: string | null | undefined): TransportChoice | undefined {
  return TRANSPORT_CHOICES.find((choice) => choice === text);
}
