import { EventEmitter } from "node:events";
import type { ClientTransport, TransportEvents } from "#transports/contract/client-transport.ts";
import type { Peer } from "#transports/contract/peer.ts";

/** Takes in whoever comes to the server over a wire. */
export type Arrived = (url: URL, wire: Wire) => void;

/** A line between both ends that takes `delayMs` each way, keeps the order, and may go silent or be cut. */
export class Wire {
  delayMs = 20;
  silent = false;
  readonly peer: WirePeer = new WirePeer(this);
  readonly end: WireEnd;
  #cut = false;

  constructor(events: TransportEvents, arrived: Arrived) {
    this.end = new WireEnd(this, events, arrived);
  }

  carry(deliver: () => void): void {
    setTimeout(() => {
      if (!this.#cut && !this.silent) deliver();
    }, this.delayMs);
  }

  /** Both ends learn at once that it is gone. */
  cut(): void {
    this.#cut = true;
    this.peer.over(1006);
    this.end.over(1006, "");
  }
}

class WirePeer extends EventEmitter implements Peer {
  readyState = 1;
  bufferedAmount = 0;
  readonly #wire: Wire;

  constructor(wire: Wire) {
    super();
    this.#wire = wire;
  }

  send(frame: Uint8Array): void {
    const copy = frame.slice();
    this.#wire.carry(() => this.#wire.end.receive(copy));
  }

  close(code = 1005, reason = ""): void {
    if (this.readyState !== 1) return;
    this.readyState = 2;
    this.#wire.carry(() => this.#wire.end.over(code, reason));
    this.over(code);
  }

  terminate(): void {
    this.over(1006);
  }

  over(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.emit("close", code);
  }
}

class WireEnd implements ClientTransport {
  name = "websocket";
  readonly reason = "";
  isOpen = false;
  readonly #wire: Wire;
  readonly #events: TransportEvents;
  readonly #arrived: Arrived;

  constructor(wire: Wire, events: TransportEvents, arrived: Arrived) {
    this.#wire = wire;
    this.#events = events;
    this.#arrived = arrived;
  }

  connect(url: string): void {
    this.isOpen = true;
    this.#arrived(new URL(url), this.#wire);
    this.#events.onopen?.({});
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return;
    const copy = Buffer.from(frame);
    this.#wire.carry(() => {
      if (this.#wire.peer.readyState === 1) this.#wire.peer.emit("message", copy);
    });
  }

  sendUnreliable(frame: Uint8Array): void {
    this.send(frame);
  }

  close(code = 1005, reason = ""): void {
    if (!this.isOpen) return;
    this.#wire.carry(() => this.#wire.peer.over(code));
    this.over(code, reason);
  }

  receive(frame: Uint8Array): void {
    if (this.isOpen) this.#events.onmessage?.({ data: frame });
  }

  over(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#events.onclose?.({ code, reason });
  }
}
