/** Whom a line reports to. */
export interface LineEvents {
  /** One frame; the bytes are the receiver's. */
  frame(bytes: Uint8Array): void;
  /** The end, once: the code and reason that were said, or 1006 when nobody said anything. */
  closed(code: number, reason: string): void;
  /** The other end sent what no line of ours sends. The line goes on until it is closed. */
  garbled(): void;
}

/** Time as a line sees it. */
export interface LineClock {
  /** ms of a clock that goes on evenly. */
  now(): number;
  /** Calls back once everything that is being done now is done. */
  soon(callback: () => void): void;
}
