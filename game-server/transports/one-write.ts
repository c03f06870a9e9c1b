import type { Duplex } from "node:stream";

/** The part of a WebSocket through which frames leave. */
interface Sends {
  readonly readyState: number;
  send(data: unknown, ...rest: unknown[]): void;
}

const OPEN = 1;
/** A whole message of bytes: RFC 6455, section 5.2. */
const BINARY = 0x82;
/** What stands in place of a length that follows in two bytes, and from which length on. */
const TWO_BYTES = 126;
/** Longest message (bytes) that is framed here: patches are shorter, and full states do not matter. */
const MOST = 4096;

/**
 * Heads of messages by their length: a server does not mask, so they are always the same. They are views of one piece of
 * memory. Made one by one, each would lie in a pool of Node (8 KiB) of its own, and keep it for ever.
 */
const heads: readonly Buffer[] = layHeads(Buffer.alloc(4 * (MOST + 1)));

/** Writes the heads of all lengths up to `MOST` one after the other. */
function layHeads(memory: Buffer): Buffer[] {
  let at = 0;
  return Array.from({ length: MOST + 1 }, (_, length) => {
    const bytes = length < TWO_BYTES ? [BINARY, length] : [BINARY, TWO_BYTES, length >> 8, length & 255];
    memory.set(bytes, at);
    at += bytes.length;
    return memory.subarray(at - bytes.length, at);
  });
}

/**
 * Hands the system everything that a WebSocket is sent at one go in one write: a patch and the events of its steps cost the
 * server little more than the patch alone, and are on the line at once. `line` is what the socket writes to. Messages are
 * framed here, because the library, which also compresses, cuts up and masks, takes longer for it than for all the rest;
 * without compression it writes each message at once, so theirs and ours do not mix.
 */
export function oneWrite(peer: Sends, line: Duplex): void {
  const send = peer.send.bind(peer);
  let holding = false;
  const release = (): void => {
    holding = false;
    line.uncork();
  };
  peer.send = (data, ...rest) => {
    if (!holding) {
      holding = true;
      line.cork();
      process.nextTick(release);
    }
    const head = data instanceof Uint8Array ? heads[data.length] : undefined;
    if (head === undefined || peer.readyState !== OPEN) {
      send(data, ...rest);
      return;
    }
    line.write(head);
    const done = rest[1];
    if (typeof done === "function") line.write(data, (error) => done(error));
    else line.write(data);
  };
}
