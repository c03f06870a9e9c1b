import { EventEmitter } from "node:events";
import { Close } from "../contract/close-codes.ts";
import type { Peer } from "../contract/peer.ts";
import { reason } from "../contract/reasons.ts";
import { Allowance } from "../limits/allowance.ts";
import { WireError } from "./batch.ts";
import { Link } from "./link.ts";
import { SILENCE_MS } from "./timing.ts";

const ReadyState = { Open: 1, Closing: 2, Closed: 3 } as const;
/** Once a response breaks off, silence (ms) after which the player is given up: a page that lives asks at once. */
const SUSPECT_MS = 2500;

/** Requests of one player at once, and a second: honest ones need about 80. */
const REQUESTS = { burst: 400, perSecond: 200 };

/** What sends to the player, while there is a response to write to. */
export type Outlet = () => void;

/** A player who is reached by HTTP: a socket to the room, a `Link` that requests feed to the transports. */
export class HttpPeer extends EventEmitter implements Peer {
  readonly link = new Link();
  readonly #outlets = new Set<Outlet>();
  readonly #now: () => number;
  readonly #requests: Allowance;
  #readyState: 1 | 2 | 3 = ReadyState.Open;
  #lastHeard: number;
  #flushing = false;
  #hasLeft = false;

  /** @param now Time in ms. */
  constructor(now: () => number) {
    super();
    this.#now = now;
    this.#lastHeard = now();
    this.#requests = new Allowance(REQUESTS.burst, REQUESTS.perSecond, now());
  }

  get readyState(): number {
    return this.#readyState;
  }

  get bufferedAmount(): number {
    return this.link.unackedBytes;
  }

  /**
   * Whether nobody will ask for this peer any more: it has left, has heard our good-bye, or was quiet for
   * too long.
   */
  get isGone(): boolean {
    const heardAll = this.link.closed && this.link.unackedBytes === 0;
    return this.#hasLeft || heardAll || this.#now() - this.#lastHeard > SILENCE_MS;
  }

  send(frame: Uint8Array, _options?: object, done?: (error?: Error) => void): void {
    this.link.send(frame);
    this.#flushSoon();
    done?.();
  }

  close(code: number = Close.NORMAL, reason = ""): void {
    if (this.#readyState !== ReadyState.Open) return;
    this.link.close(code, reason);
    this.#flushSoon();
    this.#closeSoon(code, reason);
  }

  terminate(): void {
    if (this.#readyState === ReadyState.Open) this.#closeSoon(Close.ABNORMAL, "");
  }

  /** Ends it at once, and what is still written to: nobody asks for this peer any more. Emits `forgotten`. */
  forget(): void {
    this.terminate();
    this.emit("forgotten");
  }

  /** Notes a request of the player. Returns whether it is one too many, for which the connection is ended. */
  heard(): boolean {
    this.#lastHeard = this.#now();
    if (this.#requests.take(this.#now())) return false;
    this.emit("breach", "flood", reason("asks_too_often"));
    return true;
  }

  /** Notes that a response broke off: the page may be gone. */
  suspect(): void {
    this.#lastHeard = Math.min(this.#lastHeard, this.#now() - SILENCE_MS + SUSPECT_MS);
  }

  /** Takes in what the player has. What cannot be is answered by the end of the connection. */
  acknowledge(ack: number): boolean {
    return this.#sensible(() => this.link.acknowledge(ack));
  }

  /** Takes in a batch from the player. Returns whether it was one. */
  receive(bytes: Uint8Array): boolean {
    return this.#sensible(() => {
      const { frames, close } = this.link.receive(bytes);
      for (const frame of frames) {
        if (this.#readyState === ReadyState.Open) this.emit("message", Buffer.from(frame));
      }
      if (close === undefined) return;
      this.#hasLeft = true;
      this.#closeSoon(close.code, close.reason);
    });
  }

  /** Calls `outlet` whenever there is something to send, until it is removed. */
  addOutlet(outlet: Outlet): void {
    this.#outlets.add(outlet);
  }

  removeOutlet(outlet: Outlet): void {
    this.#outlets.delete(outlet);
  }

  #sensible(take: () => void): boolean {
    try {
      take();
      return true;
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.emit("breach", "garbage", reason("not_ours"));
      return false;
    }
  }

  /** All that a tick sends goes in one batch: it is written when the tick is over. */
  #flushSoon(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      for (const outlet of [...this.#outlets]) outlet();
    });
  }

  /** Tells the room, as a socket does, after whoever closes it has returned. */
  #closeSoon(code: number, reason: string): void {
    if (this.#readyState !== ReadyState.Open) return;
    this.#readyState = ReadyState.Closing;
    setImmediate(() => {
      this.#readyState = ReadyState.Closed;
      this.emit("close", code, reason);
    });
  }
}
