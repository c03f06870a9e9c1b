import { EventEmitter } from "node:events";
import type { Peer } from "#transports/contract/peer.ts";
import type { Line } from "./virtual-line.ts";

interface CloseLike {
  code: number;
  reason: string;
}

/** The browser's end of a connection: as much of the standard WebSocket as its transport uses. */
export class VirtualSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readyState: number = VirtualSocket.CONNECTING;
  binaryType = "arraybuffer";
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: CloseLike) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  readonly #line: Line;
  readonly #remote: ServerEnd;

  /** Opens a connection over a line. */
  constructor(line: Line, address: string) {
    this.#line = line;
    this.#remote = new ServerEnd(line, this);
    line.connect(new URL(address), this, this.#remote);
  }

  send(data: Uint8Array): void {
    if (this.readyState !== VirtualSocket.OPEN) return;
    const bytes = Buffer.from(data);
    this.#line.up(bytes.length, () => this.#remote.emit("message", bytes));
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState >= VirtualSocket.CLOSING) return;
    this.readyState = VirtualSocket.CLOSING;
    this.#line.up(0, () => this.#remote.closed(code, reason));
    this.#line.down(0, () => this.closed(code, reason));
  }

  /** The connection has come about. */
  opened(): void {
    if (this.readyState !== VirtualSocket.CONNECTING) return;
    this.readyState = VirtualSocket.OPEN;
    this.onopen?.({});
  }

  /** The connection is over. */
  closed(code: number, reason: string): void {
    if (this.readyState === VirtualSocket.CLOSED) return;
    this.readyState = VirtualSocket.CLOSED;
    this.onclose?.({ code, reason });
  }

  received(bytes: Uint8Array): void {
    if (this.readyState === VirtualSocket.OPEN) this.onmessage?.({ data: Uint8Array.from(bytes).buffer });
  }
}

/** The server's end: as much of a socket of the `ws` package as Colyseus uses. */
export class ServerEnd extends EventEmitter implements Peer {
  readyState: number = VirtualSocket.OPEN;
  readonly bufferedAmount = 0;
  readonly #line: Line;
  readonly #remote: VirtualSocket;

  constructor(line: Line, remote: VirtualSocket) {
    super();
    this.#line = line;
    this.#remote = remote;
  }

  send(data: Uint8Array, _options?: unknown, done?: (error?: Error) => void): void {
    if (this.readyState !== VirtualSocket.OPEN) return;
    const bytes = Uint8Array.from(data);
    this.#line.down(bytes.length, () => this.#remote.received(bytes));
    done?.();
  }

  close(code = 1000, reason = ""): void {
    if (this.readyState !== VirtualSocket.OPEN) return;
    this.#line.down(0, () => this.#remote.closed(code, reason));
    this.closed(code, reason);
  }

  terminate(): void {
    this.close(1006);
  }

  closed(code: number, reason: string): void {
    if (this.readyState === VirtualSocket.CLOSED) return;
    this.readyState = VirtualSocket.CLOSED;
    this.emit("close", code, reason);
  }
}
