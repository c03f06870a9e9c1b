import { EventEmitter } from "node:events";
import { CloseCode } from "@colyseus/core";
import { Close } from "../contract/close-codes.ts";
import type { TransportLog } from "../contract/log.ts";
import type { BreachKind, Peer } from "../contract/peer.ts";
import { reason } from "../contract/reasons.ts";
import type { Done, Down, Stage, Up } from "../contract/stage.ts";
import type { NumberedFrames } from "../moving/numbered-frames.ts";
import { Backlog, type Source } from "./backlog.ts";
import { type FrameRules, isInputFrame } from "./frames.ts";
import { Guard } from "./guard.ts";
import { type Connection, Line } from "./line.ts";
import type { TransportMeter } from "./meter.ts";
import { ignore, Offer } from "./offer.ts";
import { chain } from "./stage.ts";

/** Time (ms) that the close of an expelled connection may take: who does not answer it keeps no seat meanwhile. */
const FAREWELL_MS = 1000;

/**
 * Time (ms) for which a seat whose line was cut waits for another one before the room hears of it, where the page can move: it
 * asks at once, and the room would only send it the whole state again.
 */
const HOLD_MS = 2500;

/** What all sessions of a server share. */
export interface SessionDeps {
  readonly rules: FrameRules;
  readonly log: TransportLog;
  /** The meter of a transport. */
  readonly meterOf: (transport: string) => TransportMeter;
  /** A connection was ended for what came over it. */
  readonly expelled: (kind: BreachKind) => void;
  /** A seat goes on over another transport, or over another connection of the same. */
  readonly moved: (from: string, to: string) => void;
}

/**
 * A player's connection as the room sees it, behind the stages that all frames pass. It is what Colyseus takes for a socket: it
 * emits `message` with a frame, `input` with those that are inputs, which nearly all of them are, and once `close`. Below it is
 * a line. Where frames are numbered another line can take its place, of which the room does not hear.
 */
export class Session extends EventEmitter implements Peer {
  readonly #deps: SessionDeps;
  readonly #frames: NumberedFrames | undefined;
  readonly #guard: Guard;
  readonly #backlog: Backlog;
  readonly #send: Down;
  readonly #receive: Up;
  readonly #address: string;
  #line: Line;
  #offer: Offer | undefined;
  /** Runs while the line is cut and the page may come with another one. */
  #hold: NodeJS.Timeout | undefined;
  #state: "open" | "closing" | "closed" = "open";
  #expelled = false;

  /** @param frames Numbers what is sent and comes, so that the seat can move; without them it stays on its line. */
  constructor(peer: Peer, connection: Connection, deps: SessionDeps, frames?: NumberedFrames) {
    super();
    this.#deps = deps;
    this.#frames = frames;
    this.#address = connection.address;
    this.#guard = new Guard(deps.rules, deps.log, connection.transport, (kind, why) => this.expel(kind, why));
    this.#backlog = new Backlog(this, deps.rules, () => this.#giveUp());
    const numbering: Stage =
      frames === undefined
        ? {}
        : {
            up(frame, next) {
              frames.receive();
              next(frame);
            },
            down(frame, next, done) {
              frames.keep(frame);
              next(frame, done);
            },
          };
    // The order of all that happens to a frame above its line, beginning at the line.
    const { up, down } = chain(
      [numbering, this.#guard, this.#backlog],
      (frame, done) => this.#line.send(frame, done),
      (frame) => this.emit(isInputFrame(frame) ? "input" : "message", frame),
    );
    this.#send = down;
    this.#receive = up;
    this.#line = this.#open(peer, connection, up);
  }

  /** The transport that is used, by its name. */
  get transport(): string {
    return this.#line.transport;
  }

  /** 1 open, also while another line is waited for; 2 closing; 3 closed. */
  get readyState(): number {
    if (this.#state === "closed") return 3;
    return this.#hold === undefined ? this.#line.peer.readyState : 1;
  }

  get bufferedAmount(): number {
    return this.#hold === undefined ? this.#line.peer.bufferedAmount : 0;
  }

  /** Whether this connection was ended for what came over it: its seat is not kept. */
  get expelled(): boolean {
    return this.#expelled;
  }

  send(frame: Uint8Array, _options?: object, done?: Done): void {
    this.#send(frame, done);
  }

  close(code?: number, reason?: string): void {
    this.#state = "closing";
    if (this.#hold === undefined) this.#line.peer.close(code, reason);
    else this.#end(code ?? Close.NO_STATUS, reason);
  }

  terminate(): void {
    this.#state = "closing";
    if (this.#hold === undefined) this.#line.peer.terminate();
    else this.#end(Close.ABNORMAL);
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
    this.#deps.expelled(kind);
    const sparing = { transport: this.transport, reason: kind, address: this.#address };
    this.#deps.log.warn({ sparing }, "expelled");
    this.#sayGoodBye(CloseCode.WITH_ERROR, why);
  }

  /**
   * Goes on over another line once the page has said over it what it has; until then the old one is used. What was lost with the
   * old one is sent again, and what came over both counts once.
   */
  moveTo(peer: Peer, connection: Connection): void {
    const line = this.#open(peer, connection, ignore);
    if (this.#frames === undefined || this.#state !== "open") {
      peer.close(Close.MOVE_REFUSED, reason("no_line"));
    } else {
      this.#offer?.end();
      this.#offer = new Offer(line, this.#frames, (missing, known) => this.#goOn(line, missing, known()));
    }
  }

  #open(peer: Peer, connection: Connection, receive: Up): Line {
    const line = new Line(peer, connection, this.#deps.meterOf(connection.transport), receive);
    peer.on("breach", (kind: BreachKind, why: string) => {
      if (this.#line === line) this.expel(kind, why);
      else peer.terminate();
    });
    peer.once("close", (code: number, why?: string) => {
      if (this.#line === line) this.#lineEnded(code, why);
      else if (this.#offer?.line === line) this.#offer = undefined;
    });
    return line;
  }

  #goOn(line: Line, missing: readonly Uint8Array[], known: number): void {
    const old = this.#line;
    this.#offer = undefined;
    if (this.#state !== "open") {
      line.receive = ignore;
      line.peer.close(Close.MOVE_REFUSED, reason("no_line"));
      return;
    }
    clearTimeout(this.#hold);
    this.#hold = undefined;
    this.#line = line;
    old.receive = ignore;
    let toSkip = known;
    line.receive = (frame) => {
      toSkip -= 1;
      if (toSkip < 0) this.#receive(frame);
      if (toSkip <= 0) line.receive = this.#receive;
    };
    if (known === 0) line.receive = this.#receive;
    for (const frame of missing) line.send(frame);
    closeFor(old.peer, Close.MOVED, "");
    this.#deps.moved(old.transport, line.transport);
  }

  #lineEnded(code: number, why?: string): void {
    const mayMove = this.#frames !== undefined && this.#state === "open" && !this.#expelled;
    if (!mayMove || code !== Close.ABNORMAL || this.#hold !== undefined) this.#end(code, why);
    else this.#hold = setTimeout(() => this.#end(code, why), HOLD_MS).unref();
  }

  #end(code: number, why?: string): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    clearTimeout(this.#hold);
    this.#offer?.end();
    this.emit("close", code, why);
  }

  #giveUp(): void {
    this.#sayGoodBye(CloseCode.MAY_TRY_RECONNECT, reason("not_taken"));
  }

  #sayGoodBye(code: number, why: string): void {
    if (this.readyState !== 1) return;
    this.#state = "closing";
    if (this.#hold === undefined) closeFor(this.#line.peer, code, why);
    else this.#end(code, why);
  }
}

/** Says good-bye over a peer, and ends it when nobody answers. */
function closeFor(peer: Peer, code: number, why: string): void {
  if (peer.readyState !== 1) return;
  peer.close(code, why);
  const deadline = setTimeout(() => peer.terminate(), FAREWELL_MS).unref();
  peer.once("close", () => clearTimeout(deadline));
}

/** The session that a client of Colyseus is connected by; in some tests it is none. */
export function sessionOf({ ref }: { readonly ref: object }): Session | undefined {
  return ref instanceof Session ? ref : undefined;
}
