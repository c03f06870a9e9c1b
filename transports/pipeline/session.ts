import { EventEmitter } from "node:events";
import { CloseCode } from "@colyseus/core";
import type { TransportLog } from "../contract/log.ts";
import type { BreachKind, Peer } from "../contract/peer.ts";
import { reason } from "../contract/reasons.ts";
import type { Done, Down, Stage } from "../contract/stage.ts";
import { Backlog, type Source } from "./backlog.ts";
import { type FrameRules, isInputFrame } from "./frames.ts";
import { Guard } from "./guard.ts";
import { Meter, type TransportMeter } from "./meter.ts";
import { chain } from "./stage.ts";

/** Time (ms) that the close of an expelled connection may take: who does not answer it keeps no seat meanwhile. */
const FAREWELL_MS = 1000;

/** What a session is told of its connection. */
export interface Connection {
  /** The transport by its name. */
  readonly transport: string;
  /** Whom limits count it for. */
  readonly address: string;
  /** A stage right at the connection, for transports that have one. */
  readonly edge?: Stage;
}

/** What all sessions of a server share. */
export interface SessionDeps {
  readonly rules: FrameRules;
  readonly log: TransportLog;
  /** The meter of a transport. */
  readonly meterOf: (transport: string) => TransportMeter;
  /** A connection was ended for what came over it. */
  readonly expelled: (kind: BreachKind) => void;
}

/**
 * A connection as the room sees it, behind the stages that all frames pass. It is what Colyseus takes for a socket: it emits
 * `message` with a frame, `input` with those that are inputs, which nearly all of them are, and once `close`.
 */
export class Session extends EventEmitter implements Peer {
  readonly transport: string;
  readonly #peer: Peer;
  readonly #guard: Guard;
  readonly #backlog: Backlog;
  readonly #send: Down;
  readonly #expelling: (kind: BreachKind) => void;
  #expelled = false;

  constructor(peer: Peer, { transport, address, edge = {} }: Connection, deps: SessionDeps) {
    super();
    const { log } = deps;
    const meter = deps.meterOf(transport);
    this.transport = transport;
    this.#peer = peer;
    this.#guard = new Guard(deps.rules, log, transport, (kind, why) => this.expel(kind, why));
    this.#backlog = new Backlog(peer, deps.rules, () => this.#giveUp());
    this.#expelling = (kind) => {
      deps.expelled(kind);
      log.warn({ sparing: { transport, reason: kind, address } }, "expelled");
    };
    // The order of all that happens to a frame, beginning at the connection.
    const stages: readonly Stage[] = [edge, new Meter(meter), this.#guard, this.#backlog];
    const { up, down } = chain(
      stages,
      (frame, done) => peer.send(frame, undefined, done),
      (frame) => this.emit(isInputFrame(frame) ? "input" : "message", frame),
    );
    this.#send = down;
    meter.connections += 1;
    peer.on("message", up);
    peer.on("breach", (kind: BreachKind, why: string) => this.expel(kind, why));
    peer.once("close", (code: number, reason?: unknown) => {
      meter.connections -= 1;
      this.emit("close", code, reason);
    });
  }

  get readyState(): number {
    return this.#peer.readyState;
  }

  get bufferedAmount(): number {
    return this.#peer.bufferedAmount;
  }

  /** Whether this connection was ended for what came over it: its seat is not kept. */
  get expelled(): boolean {
    return this.#expelled;
  }

  send(frame: Uint8Array, _options?: object, done?: Done): void {
    this.#send(frame, done);
  }

  close(code?: number, reason?: string): void {
    this.#peer.close(code, reason);
  }

  terminate(): void {
    this.#peer.terminate();
  }

  /** Leaves out what something newer replaces when this player reads too slowly; `source` makes up for it. */
  keepLatest(source: Source): void {
    this.#backlog.follow(source);
  }

  /** Ends the connection for what came over it, and logs that in a line. `why` is what `reason` returns. */
  expel(kind: BreachKind, why: string): void {
    if (this.#expelled) return;
    this.#expelled = true;
    this.#guard.shut();
    this.#expelling(kind);
    this.#sayGoodBye(CloseCode.WITH_ERROR, why);
  }

  #giveUp(): void {
    this.#sayGoodBye(CloseCode.MAY_TRY_RECONNECT, reason("not_taken"));
  }

  #sayGoodBye(code: number, why: string): void {
    if (this.readyState !== 1) return;
    this.close(code, why);
    const deadline = setTimeout(() => this.terminate(), FAREWELL_MS).unref();
    this.#peer.once("close", () => clearTimeout(deadline));
  }
}

/** The session that a client of Colyseus is connected by; in some tests it is none. */
export function sessionOf({ ref }: { readonly ref: object }): Session | undefined {
  return ref instanceof Session ? ref : undefined;
}
