/** Others whom a page is connected with at once, at most: each costs everybody about 20 kbit/s either way. */
export const MAX_VOICES = 8;
/** Longest description of a connection (characters): with what is around it, it fits into a message, which has at most 1 kB. */
export const MAX_SDP = 900;
/** Ways to reach somebody that one signal names, at most. */
export const MAX_CANDIDATES = 3;
/** Longest of them (characters). */
export const MAX_CANDIDATE = 230;

/** A server that helps two browsers to find each other (`stun:`), or carries what they say (`turn:`), as browsers take it. */
export interface IceServer {
  urls: string;
  username?: string;
  credential?: string;
}

/** Somebody in a room who has voice on. */
export interface Talker {
  /** Session id. */
  readonly id: string;
  /** They speak with their team only. */
  readonly team: boolean;
}

/** A way to reach a browser, as it tells of it. */
export interface VoiceCandidate {
  readonly candidate: string;
  readonly mid: string;
}

/**
 * What two pages say to each other, by way of the room, until they are connected. `hello` gives the sender's call a number, and
 * `bye` ends the call of that number. All else names the call that it belongs to: the number in the last `hello` of the one it is
 * for. What belongs to an older call is stale.
 */
export type VoiceSignal =
  | { readonly kind: "hello"; readonly call: number }
  | { readonly kind: "bye"; readonly call: number }
  | {
      readonly kind: "description";
      readonly call: number;
      readonly type: "offer" | "answer";
      readonly sdp: string;
    }
  | { readonly kind: "candidates"; readonly call: number; readonly candidates: readonly VoiceCandidate[] };

/** What a room tells those who have voice on. */
export type VoiceMessage =
  /** To whoever has just turned voice on, before anything else. */
  | { readonly kind: "servers"; readonly servers: readonly IceServer[] }
  /** Everybody who has voice on now, the reader included. */
  | { readonly kind: "talkers"; readonly talkers: readonly Talker[] }
  | { readonly kind: "signal"; readonly from: string; readonly signal: VoiceSignal };
