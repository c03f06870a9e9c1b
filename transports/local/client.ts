import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "../contract/client-transport.ts";
import { Close } from "../contract/close-codes.ts";
import { parseSeatUrl } from "../contract/seat-url.ts";
import type { LocalMessage, LocalPort } from "./line.ts";

/** A room beside the page, in a worker of it: nothing is on a network, and nothing is lost. */
class LocalEnd implements ClientTransport {
  readonly name = "local";
  readonly reason = "";
  readonly #events: TransportEvents;
  readonly #port: LocalPort;
  #state: "closed" | "connecting" | "open" = "closed";

  constructor(events: TransportEvents, port: LocalPort) {
    this.#events = events;
    this.#port = port;
    port.listen(
      (message) => this.#heard(message),
      () => this.#end(Close.ABNORMAL, ""),
    );
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  connect(url: string): void {
    this.#state = "connecting";
    this.#port.send({ kind: "connect", again: parseSeatUrl(url).seat.skipHandshake });
  }

  send(frame: Uint8Array): void {
    // The SDK uses its buffer again, and may have given a part of it.
    if (this.isOpen) this.#port.send({ kind: "frame", bytes: Uint8Array.from(frame) });
  }

  sendUnreliable(frame: Uint8Array): void {
    this.send(frame);
  }

  close(code: number = Close.NORMAL, reason = ""): void {
    if (this.#state === "closed") return;
    this.#port.send({ kind: "closed", code, reason });
    this.#end(code, reason);
  }

  #heard(message: LocalMessage): void {
    if (message.kind === "opened" && this.#state === "connecting") {
      this.#state = "open";
      this.#events.onopen?.(message);
    } else if (message.kind === "frame" && this.isOpen) this.#events.onmessage?.({ data: message.bytes });
    else if (message.kind === "closed") this.#end(message.code, message.reason);
  }

  #end(code: number, reason: string): void {
    const { onerror, onclose } = this.#events;
    const before = this.#state;
    this.#state = "closed";
    if (before === "connecting") onerror?.({ code: 0, reason: "The room could not be started." });
    if (before !== "closed") onclose?.({ code, reason });
  }
}

/** The transport to a room at the other end of a port. */
export function localTransport(port: LocalPort): ClientTransportFactory {
  return (events) => new LocalEnd(events, port);
}
