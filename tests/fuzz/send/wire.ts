/** A connection of somebody who sends what nobody should. */
export interface Wire {
  /** What the server gave for a return; undefined when it gave none. */
  readonly token: string | undefined;
  /** Sends a message in the words of `Session`. */
  send(message: string): void;
  /** Resolves when the server has taken in what was sent, or has ended the connection. */
  settle(): Promise<void>;
  /** Ends it as a line does that breaks. */
  break(): void;
}

/** Where a connection goes, and whose it is. */
export interface Destination {
  readonly port: number;
  /** What a proxy says that the sender's address is. */
  readonly from: string;
  readonly room: string;
  readonly processId: string;
  readonly sessionId: string;
  readonly reconnectionToken?: string;
}

/** Time (ms) after which an answer is not waited for any more. Nothing is asserted of it: it may be one that never comes. */
export const PATIENCE_MS = 3000;

/** Resolves with the promise, or after so many ms. */
export async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise, tooLong]);
  clearTimeout(timer);
}

/** The kind of a message and its bytes. */
export function parseMessage(message: string): { kind: string; text: string; bytes: Buffer } {
  const space = message.indexOf(" ");
  const text = message.slice(space + 1);
  return { kind: message.slice(0, space), text, bytes: Buffer.from(text, "hex") };
}

const JOIN_ROOM = 10;
/** The token in the first frame that a seated connection gets; undefined when it is another frame. */
export function tokenIn(frame: Uint8Array): string | undefined {
  if (frame[0] !== JOIN_ROOM) return undefined;
  return Buffer.from(frame.subarray(2, 2 + (frame[1] ?? 0))).toString();
}
