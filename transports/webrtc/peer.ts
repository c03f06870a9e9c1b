import { EventEmitter } from "node:events";
import type { BreachKind, Peer } from "../contract/peer.ts";
import { reason } from "../contract/reasons.ts";
import { Allowance } from "../limits/allowance.ts";
import type { Channels } from "./datagrams/channels.ts";
import { DatagramLine } from "./datagrams/line.ts";

/** Messages of both channels together, at once and a second: honest players send 50 to 100. */
const MESSAGES = { burst: 400, perSecond: 200 };
/** Longest message (bytes) of a channel that any of ours needs. */
const MAX_MESSAGE = 4 * 1024;

const READY_STATE = { open: 1, closing: 2, closed: 3 } as const;
const CLOCK = {
  now: () => performance.now(),
  soon: (callback: () => void) => queueMicrotask(callback),
};

/** The server's end of a connection over data channels. */
export class WebRtcPeer extends EventEmitter implements Peer {
  readonly #line: DatagramLine;
  readonly #messages = new Allowance(MESSAGES.burst, MESSAGES.perSecond, CLOCK.now());

  constructor(channels: Channels) {
    super();
    this.#line = new DatagramLine(
      channels,
      {
        frame: (bytes) => this.emit("message", Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
        closed: (code, reason) => this.emit("close", code, reason),
        garbled: () => this.#breach("garbage", reason("not_ours")),
      },
      CLOCK,
    );
  }

  get readyState(): number {
    return READY_STATE[this.#line.state];
  }

  get bufferedAmount(): number {
    return this.#line.bufferedAmount;
  }

  send(frame: Uint8Array, _options?: object, done?: (error?: Error) => void): void {
    this.#line.send(frame);
    done?.();
  }

  close(code?: number, reason?: string): void {
    this.#line.close(code, reason);
  }

  terminate(): void {
    this.#line.drop();
  }

  /** Takes in what came over a channel. */
  receive(channel: "datagram" | "reliable", bytes: Uint8Array): void {
    if (this.#line.state !== "open") {
      if (channel === "reliable") this.#line.onReliable(bytes);
      return;
    }
    if (!this.#messages.take(CLOCK.now())) this.#breach("flood", reason("too_many_messages"));
    else if (bytes.length > MAX_MESSAGE) this.#breach("garbage", reason("message_too_large"));
    else if (channel === "datagram") this.#line.onDatagram(bytes);
    else this.#line.onReliable(bytes);
  }

  /** To be called every `PULSE_MS`. */
  pulse(): void {
    this.#line.pulse();
  }

  #breach(kind: BreachKind, why: string): void {
    this.emit("breach", kind, why);
  }
}
