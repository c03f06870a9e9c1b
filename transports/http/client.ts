import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "../contract/client-transport.ts";
import { Close } from "../contract/close-codes.ts";
import type { TransportName } from "../contract/names.ts";
import { parseSeatUrl } from "../contract/seat-url.ts";
import { type Downstream, HttpConnection } from "./connection.ts";
import type { HttpIo } from "./io.ts";

/** The player's end of a transport over HTTP. Variants differ in how they receive. */
class HttpEnd implements ClientTransport {
  readonly name: TransportName;
  readonly reason = "";
  readonly #events: TransportEvents;
  readonly #io: HttpIo;
  readonly #down: Downstream;
  #connection: HttpConnection | undefined;

  constructor(name: TransportName, events: TransportEvents, io: HttpIo, down: Downstream) {
    this.name = name;
    this.#events = events;
    this.#io = io;
    this.#down = down;
  }

  get isOpen(): boolean {
    return this.#connection?.isOpen ?? false;
  }

  connect(url: string): void {
    const { server, seat } = parseSeatUrl(url);
    this.#connection = new HttpConnection(`${server}/transports/${this.name}`, seat, this.#io, this.#down, {
      open: () => this.#events.onopen?.({}),
      // A frame of its own: the SDK may keep what it was given.
      frame: (bytes) => this.#events.onmessage?.({ data: bytes.slice().buffer }),
      closed: (code, reason, refusal) => {
        if (refusal !== undefined) this.#events.onerror?.(refusal);
        this.#events.onclose?.({ code, reason });
      },
    });
  }

  send(frame: Uint8Array): void {
    this.#connection?.send(frame);
  }

  sendUnreliable(frame: Uint8Array): void {
    this.send(frame);
  }

  close(code: number = Close.NO_STATUS, reason = ""): void {
    this.#connection?.close(code, reason);
  }
}

/** A transport over HTTP. */
export function httpTransport(name: TransportName, io: HttpIo, down: Downstream): ClientTransportFactory {
  return (events) => new HttpEnd(name, events, io, down);
}
