import type { SeatUrl } from "../contract/seat-url.ts";

/** The data channels of a connection, agreed upon beforehand, so that neither end has to announce them. */
export const RELIABLE_CHANNEL = { label: "reliable", id: 0 } as const;
/** Unordered, and nothing is sent again. */
export const DATAGRAM_CHANNEL = { label: "datagrams", id: 1, maxRetransmits: 0 } as const;

/** Path of the signalling, to which the offer is posted. */
export const SIGNALLING_PATH = "/transports/webrtc";

/** Body of the signalling request: the seat that is asked for, and the page's session description. */
export type WebRtcOffer = SeatUrl["seat"] & {
  /** Its candidates are ignored. */
  readonly sdp: string;
};

/** The answer, with all of the server's candidates: nothing follows. */
export interface WebRtcAnswer {
  readonly sdp: string;
}
