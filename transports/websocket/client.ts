import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "../contract/client-transport.ts";
import { Close } from "../contract/close-codes.ts";

/** The part of a browser's or Node's `WebSocket` that is used. */
export interface Socket {
  binaryType: string;
  readonly readyState: number;
  onopen: ((event: never) => unknown) | null;
  onmessage: ((event: never) => unknown) | null;
  onclose: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
}

const OPEN = 1;

/** One socket for both ways: the transport that all others are measured against. */
class WebSocketEnd implements ClientTransport {
  readonly name = "websocket";
  readonly reason = "";
  readonly #events: TransportEvents;
  readonly #open: (url: string) => Socket;
  #socket: Socket | undefined;
  /** Reports the end of the present connection, the first time it is called. */
  #end: (event: { code: number; reason: string }) => void = () => {};

  constructor(events: TransportEvents, open: (url: string) => Socket) {
    this.#events = events;
    this.#open = open;
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === OPEN;
  }

  connect(url: string): void {
    const socket = this.#open(url);
    this.#socket = socket;
    let opened = false;
    let over = false;
    this.#end = (event) => {
      // A connection after this one reports to the same events.
      if (over || this.#socket !== socket) return;
      over = true;
      if (!opened) this.#events.onerror?.({ code: 0, reason: "The WebSocket could not be opened." });
      this.#events.onclose?.(event);
    };
    const end = this.#end;
    socket.binaryType = "arraybuffer";
    socket.onopen = (event: unknown) => {
      opened = true;
      this.#events.onopen?.(event);
    };
    socket.onmessage = (event: { data: ArrayBuffer }) => {
      if (!over) this.#events.onmessage?.(event);
    };
    socket.onclose = end;
    // What went wrong is not said here, and the close comes anyway.
    socket.onerror = () => {};
  }

  send(frame: Uint8Array): void {
    this.#socket?.send(new Uint8Array(frame));
  }

  sendUnreliable(frame: Uint8Array): void {
    this.send(frame);
  }

  close(code?: number, reason?: string): void {
    const socket = this.#socket;
    if (socket === undefined) return;
    if (code === Close.MAY_TRY_RECONNECT) {
      socket.close(code, reason);
      // A dead line would keep the good-bye for minutes: whoever waits for it is told now.
      this.#end({ code, reason: reason ?? "" });
    } else socket.close(code, reason);
  }
}

/** The WebSocket transport over sockets that `open` makes. */
export function webSocketTransport(open: (url: string) => Socket): ClientTransportFactory {
  return (events) => new WebSocketEnd(events, open);
}
