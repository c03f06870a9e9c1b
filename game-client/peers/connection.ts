import type { VoiceCandidate } from "#shared/voice.ts";

/** An offer of a connection, or the answer to one. */
export interface Description {
  readonly type: "offer" | "answer";
  readonly sdp: string;
}

/** What a connection tells whoever has opened it. */
export interface ConnectionEvents {
  /** It has something new to agree on. */
  negotiate(): void;
  /** A way in which this browser can be reached. */
  candidate(candidate: VoiceCandidate): void;
  connected(): void;
  /** It cannot be reached any more. */
  failed(): void;
}

/** One end of a connection between two pages, as negotiation sees it: an `RTCPeerConnection`, or one of a test. */
export interface Connection {
  /** An offer of this end waits for its answer. */
  readonly hasOffered: boolean;
  /** Makes an offer, or the answer where the other end has made one. */
  describe(): Promise<Description>;
  /** Takes what the other end has said; an offer takes the place of an own one. Rejects what it does not understand. */
  accept(description: Description): Promise<void>;
  /** Takes a way to the other end. Rejects what it does not understand. */
  reach(candidate: VoiceCandidate): Promise<void>;
  close(): void;
}
