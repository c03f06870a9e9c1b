import type { TransportChoice, TransportName } from "#transports/contract/names.ts";

/** What a browser must have for a transport. Everything else goes over ordinary requests. */
const NEEDS: Partial<Record<TransportName, string>> = {
  websocket: "WebSocket",
  webrtc: "RTCPeerConnection",
  sse: "EventSource",
};
/** From the best to the one that gets through everywhere. */
const PREFERRED: readonly TransportName[] = ["websocket", "sse", "long-polling", "polling"];
/** Codes of a connection that was not made, or was cut before the first word. */
const UNCONNECTED: readonly number[] = [0, 1006];
/** What the server, or the end of a long wait for UDP, answers to an offer that comes to nothing. */
const WEBRTC_REFUSED: readonly number[] = [...UNCONNECTED, 503, 504];

/** Why a transport does not lead to a seat: the browser has none, nothing answers, or the server says why. */
export type TroubleCause = "missing" | "silent" | "refused";

/** The server has a seat for the player, but the transport that was chosen does not lead to it. */
export class TransportTrouble extends Error {
  readonly transport: TransportName;
  readonly why: TroubleCause;
  /** The best of the others that this browser has. */
  readonly instead: TransportName;
  /** Whether the same may work at another time. */
  readonly passes: boolean;

  /** @param message What the server said, when it refused. */
  constructor(transport: TransportName, why: TroubleCause, message = "") {
    super(message);
    this.transport = transport;
    this.why = why;
    this.instead = PREFERRED.find((name) => name !== transport && hasTransport(name)) ?? "polling";
    this.passes = why !== "missing";
  }
}

/** Whether this browser, or Node, has what a transport needs. The automatic choice takes what is there. */
export function hasTransport(choice: TransportChoice): boolean {
  const need = choice === "auto" ? undefined : NEEDS[choice];
  return need === undefined || Reflect.get(globalThis, need) !== undefined;
}

/** The trouble with a choice that cannot work here, if it is one. */
export function troubleAhead(choice: TransportChoice): TransportTrouble | undefined {
  if (choice === "auto" || hasTransport(choice)) return undefined;
  return new TransportTrouble(choice, "missing");
}

/** The trouble that kept a player from a seat, unless it was the room that refused, or the player chose nothing. */
export function troubleOf(choice: TransportChoice, error: unknown): TransportTrouble | undefined {
  if (choice === "auto" || !(error instanceof Error) || !("code" in error)) return undefined;
  const codes = choice === "webrtc" ? WEBRTC_REFUSED : UNCONNECTED;
  if (typeof error.code !== "number" || !codes.includes(error.code)) return undefined;
  return new TransportTrouble(choice, error.message === "" ? "silent" : "refused", error.message);
}
