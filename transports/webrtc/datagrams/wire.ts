import type { Echo } from "./pace.ts";

/** A frame, or a part of one that is too long for a datagram, and its place in the order of its direction, from 1. */
export interface Piece {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** The frame goes on in the next piece. */
  readonly more: boolean;
}

/** What a datagram says. */
export interface Datagram {
  /** Of the datagram itself, which counts those that repeat. */
  readonly number: number;
  readonly echo: Echo;
  /** The sender has every piece of the other direction up to this one. */
  readonly ack: number;
  /** One after the other, none left out. */
  readonly pieces: readonly Piece[];
}

/** A message of the reliable channel. */
export type ReliableMessage =
  | ({ readonly kind: "piece" } & Piece)
  | { readonly kind: "close"; readonly code: number; readonly reason: string };

/**
 * Most bytes of a datagram. With what SCTP, DTLS, UDP and IPv6 put around it (113 bytes), it stays one packet on
 * every path (1280 bytes, RFC 8200): a datagram of two packets is lost twice as often.
 */
export const DATAGRAM_BYTES = 1150;
/** Bytes of a datagram before its pieces. */
const HEADER = 14;
/** Bytes of a datagram that pieces can have. */
export const BYTES_FOR_PIECES = DATAGRAM_BYTES - HEADER;
/** Bytes that each piece takes besides its own. */
export const PER_PIECE = 2;
/** Most bytes of a piece. */
export const MAX_PIECE = BYTES_FOR_PIECES - PER_PIECE;
/** Set on the length of a piece whose frame goes on in the next one. */
const MORE = 0x8000;

const PIECE = 0;
const CLOSE = 1;
const PIECE_WITH_MORE = 2;
/** Close codes that there are (RFC 6455). */
const FIRST_CODE = 1000;
const LAST_CODE = 4999;
/** Longest reason (bytes) of a close, as over WebSocket. */
const MAX_REASON = 123;

/**
 * `[uint16 number][uint16 echo][uint16 ms held][uint32 ack][uint32 number of the first piece]`, then for each piece
 * `[uint16 length][bytes]`, the length with its highest bit set when the frame goes on.
 */
export function encodeDatagram({ number, echo, ack, pieces }: Datagram): Uint8Array<ArrayBuffer> {
  const size = pieces.reduce((sum, { bytes }) => sum + PER_PIECE + bytes.length, HEADER);
  const datagram = new Uint8Array(size);
  const view = new DataView(datagram.buffer);
  view.setUint16(0, number);
  view.setUint16(2, echo.number);
  view.setUint16(4, echo.heldMs);
  view.setUint32(6, ack);
  view.setUint32(10, pieces[0]?.number ?? 0);
  let at = HEADER;
  for (const { bytes, more } of pieces) {
    view.setUint16(at, bytes.length | (more ? MORE : 0));
    datagram.set(bytes, at + PER_PIECE);
    at += PER_PIECE + bytes.length;
  }
  return datagram;
}

/** What a datagram says, or undefined when it is none of ours. The pieces are views of `bytes`. */
export function decodeDatagram(bytes: Uint8Array): Datagram | undefined {
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint32(10);
  const pieces: Piece[] = [];
  for (let at = HEADER; at < bytes.length; ) {
    if (first === 0 || at + PER_PIECE > bytes.length) return undefined;
    const length = view.getUint16(at);
    const end = at + PER_PIECE + (length & ~MORE);
    if (end === at + PER_PIECE || end > bytes.length) return undefined;
    const number = first + pieces.length;
    pieces.push({ number, bytes: bytes.subarray(at + PER_PIECE, end), more: (length & MORE) !== 0 });
    at = end;
  }
  return {
    number: view.getUint16(0),
    echo: { number: view.getUint16(2), heldMs: view.getUint16(4) },
    ack: view.getUint32(6),
    pieces,
  };
}

/** A piece that goes the sure way: `[0, or 2 when the frame goes on][uint32 number][bytes]`. */
export function encodeReliablePiece({ number, bytes, more }: Piece): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(5 + bytes.length);
  message[0] = more ? PIECE_WITH_MORE : PIECE;
  new DataView(message.buffer).setUint32(1, number);
  message.set(bytes, 5);
  return message;
}

/** The good-bye: `[1][uint16 code][reason]`. A reason that is too long loses its end. */
export function encodeClose(code: number, reason: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(reason).subarray(0, MAX_REASON);
  const message = new Uint8Array(3 + text.length);
  message[0] = CLOSE;
  new DataView(message.buffer).setUint16(1, code);
  message.set(text, 3);
  return message;
}

/** What a message of the reliable channel says, or undefined when it is none of ours. */
export function decodeReliable(bytes: Uint8Array): ReliableMessage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [kind] = bytes;
  if ((kind === PIECE || kind === PIECE_WITH_MORE) && bytes.length > 5) {
    const number = view.getUint32(1);
    if (number === 0) return undefined;
    return { kind: "piece", number, bytes: bytes.subarray(5), more: kind === PIECE_WITH_MORE };
  }
  if (kind === CLOSE && bytes.length >= 3 && bytes.length <= 3 + MAX_REASON) {
    const code = view.getUint16(1);
    if (code < FIRST_CODE || code > LAST_CODE) return undefined;
    return { kind: "close", code, reason: new TextDecoder().decode(bytes.subarray(3)) };
  }
  return undefined;
}
