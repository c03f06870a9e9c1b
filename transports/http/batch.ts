/** One thing that one end tells the other: a frame of the game, or that it closes the connection. */
export type WireRecord =
  | { readonly type: "frame"; readonly bytes: Uint8Array }
  | { readonly type: "close"; readonly code: number; readonly reason: string };

/**
 * What one request or event carries, in either direction. Records are numbered from 1 in the order in which they
 * were sent, so the same record may come twice and is known by its number.
 */
export interface Batch {
  /** Number of the last record of the other direction that has arrived. */
  readonly ack: number;
  /** Number of the first of `records`. */
  readonly first: number;
  readonly records: readonly WireRecord[];
}

/** Bytes that are no batch, or one that cannot be at this point of the conversation. */
export class WireError extends Error {}

/** Largest number on the wire: a connection at 100 records a second reaches it after a year. */
const MAX_NUMBER = 2 ** 32 - 1;
/** Longest reason of a close (bytes), as with WebSocket. */
const MAX_REASON = 123;
const CLOSE_CODES = { from: 1000, to: 4999 };

/**
 * A batch as bytes: ack and first number, then each record as its length doubled, plus one for a close, and its
 * bytes. Numbers are of variable length, seven bits to a byte, lowest first. A close is its code in two bytes, high
 * one first, and the reason in UTF-8.
 */
export function encodeBatch({ ack, first, records }: Batch): Uint8Array<ArrayBuffer> {
  const bodies = records.map((record) => (record.type === "frame" ? record.bytes : closeBytes(record)));
  const out = new Uint8Array(10 + bodies.reduce((sum, body) => sum + 5 + body.length, 0));
  let at = writeNumber(out, writeNumber(out, 0, ack), first);
  records.forEach((record, i) => {
    const body = bodies[i] ?? new Uint8Array();
    at = writeNumber(out, at, body.length * 2 + (record.type === "close" ? 1 : 0));
    out.set(body, at);
    at += body.length;
  });
  return out.slice(0, at);
}

/**
 * Reads what `encodeBatch` wrote. The frames are views into `bytes`.
 * @throws WireError when it is anything else.
 */
export function decodeBatch(bytes: Uint8Array): Batch {
  const reader = { bytes, at: 0 };
  const ack = readNumber(reader);
  const first = readNumber(reader);
  const records: WireRecord[] = [];
  while (reader.at < bytes.length) {
    const head = readNumber(reader);
    const end = reader.at + Math.floor(head / 2);
    if (end > bytes.length) throw new WireError("A record is longer than the batch that it is in.");
    const body = bytes.subarray(reader.at, end);
    records.push(head % 2 === 1 ? readClose(body) : { type: "frame", bytes: body });
    reader.at = end;
  }
  return { ack, first, records };
}

/** Length (bytes) of a record in a batch, or two more. */
export function recordSize(record: WireRecord): number {
  const body = record.type === "frame" ? record.bytes.length : closeBytes(record).length;
  return body + (body < 64 ? 1 : body < 8192 ? 2 : 4);
}

function closeBytes({ code, reason }: { code: number; reason: string }): Uint8Array {
  const text = new TextEncoder().encode(reason);
  // Cut between characters: a reason must stay readable.
  let length = Math.min(text.length, MAX_REASON);
  while (length < text.length && ((text[length] ?? 0) & 0xc0) === 0x80) length -= 1;
  return Uint8Array.of(code >> 8, code & 0xff, ...text.subarray(0, length));
}

function readClose(body: Uint8Array): WireRecord {
  const code = ((body[0] ?? 0) << 8) | (body[1] ?? 0);
  if (body.length > 2 + MAX_REASON || code < CLOSE_CODES.from || code > CLOSE_CODES.to) {
    throw new WireError("A close needs a code from 1000 to 4999 and a reason of at most 123 bytes.");
  }
  return { type: "close", code, reason: new TextDecoder().decode(body.subarray(2)) };
}

function writeNumber(out: Uint8Array, at: number, value: number): number {
  let left = value;
  let next = at;
  while (left > 0x7f) {
    out[next++] = (left % 0x80) | 0x80;
    left = Math.floor(left / 0x80);
  }
  out[next++] = left;
  return next;
}

function readNumber(reader: { bytes: Uint8Array; at: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 0x80) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new WireError("A batch ends in the middle of a number.");
    value += (byte & 0x7f) * scale;
    if (value > MAX_NUMBER) throw new WireError("A number in a batch is too large.");
    if (byte < 0x80) return value;
    if (scale > MAX_NUMBER) throw new WireError("A number in a batch is too long.");
  }
}
