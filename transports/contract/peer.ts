import type { EventEmitter } from "node:events";

/** Why a connection is ended for what came over it: too much, nothing that a page of ours sends, or what could not be handled. */
export type BreachKind = "flood" | "garbage" | "fault";

/**
 * The server's end of a connection to one player: what a socket of the `ws` package is, and what every other
 * transport makes itself look like. It emits `message` with one frame (`Buffer`) at a time, and once `close` with a code and,
 * if there is one, a reason. A transport that finds out by itself that what comes is not ours emits `breach` with a
 * `BreachKind` and what `reason` returns.
 */
export interface Peer extends EventEmitter {
  /** 1 open, 2 closing, 3 closed, as with WebSocket. */
  readonly readyState: number;
  /** Bytes that were sent and that the player, as far as the transport can tell, does not have yet. */
  readonly bufferedAmount: number;
  /** Sends one frame; the bytes are copied before this returns. `done` is called when it has been handed on. */
  send(frame: Uint8Array, options?: object, done?: (error?: Error) => void): void;
  /** Says good-bye with a close code and a reason that the page is told; what was sent before arrives before it. */
  close(code?: number, reason?: string): void;
  /** Ends it at once, without a word to the player; `close` is emitted with 1006. */
  terminate(): void;
}
