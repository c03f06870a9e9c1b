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

/** Heads of messages by their length; a server does not mask, so they are always the same. */
const heads = new Map<number, Buffer>();

/** What goes in front of a message of so many bytes. */
function headOf(length: number): Buffer {
  let head = heads.get(length);
  if (head === undefined) {
    head = Buffer.from(
      length < TWO_BYTES ? [BINARY, length] : [BINARY, TWO_BYTES, length >> 8, length & 255],
    );
    heads.set(length, head);
  }
  return head;
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
    if (!(data instanceof Uint8Array) || data.length > MOST || peer.readyState !== OPEN) {
      send(data, ...rest);
      return;
    }
    line.write(headOf(data.length));
    const done = rest[1];
    if (typeof done === "function") line.write(data, (error) => done(error));
    else line.write(data);
  };
}
