import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "../contract/client-transport.ts";
import { Close } from "../contract/close-codes.ts";
import type { MovableTransport, MoveOutcome } from "../contract/movable.ts";
import { type TransportName, transportNamed } from "../contract/names.ts";
import { lineUrl } from "../contract/seat-url.ts";
import { NumberedFrames } from "./numbered-frames.ts";
import { type Told, UnderWay } from "./under-way.ts";

/**
 * Time (ms) within which a line that was cut must have been replaced. The server keeps the seat a little longer without a word to
 * the room; then the ordinary way back is quicker.
 */
const RESCUE_MS = 2000;

/** What a movable end is made with. */
export interface MovingDeps {
  /** Makes the transport by which the seat is taken. */
  readonly first: ClientTransportFactory;
  /** Makes those that it moves to. */
  readonly other: (name: TransportName) => ClientTransportFactory;
  /** Whether the player has left the choice to the page. */
  isFree(): boolean;
  /** A secret of at least 128 random bits in 22 or more letters, digits, _ or -: another one at each call. */
  secret(): string;
  now(): number;
  /** Calls back after so many ms, unless the returned function is called before. */
  later(ms: number, callback: () => void): () => void;
  /**
   * Where to go when the line of a transport was cut, and why; undefined for nowhere. `tried`: how many places have been tried
   * for this cut; `sinceMs`: time since the line before was cut.
   */
  rescue?(cut: TransportName, tried: number, sinceMs: number): Refuge | undefined;
}

/** A transport to go on over, and why. */
export interface Refuge {
  readonly to: TransportName;
  /** The reason, as `reason` says it. */
  readonly why: string;
}

type CloseEvent = Parameters<NonNullable<TransportEvents["onclose"]>>[0];

/** A seat at the page's end: frames are numbered, so that they can go on over another line. */
class MovingEnd implements MovableTransport {
  readonly #events: TransportEvents;
  readonly #deps: MovingDeps;
  #frames = new NumberedFrames();
  #url = "";
  #line = "";
  #current: ClientTransport | undefined;
  #why: string | undefined;
  #underWay: UnderWay | undefined;
  #moveNumber = 0;
  #moves = 0;
  /** How the line ended that is to be replaced. */
  #cut: CloseEvent | undefined;
  #cutAt = Number.NEGATIVE_INFINITY;
  #sinceCut = Number.POSITIVE_INFINITY;
  #tried = 0;
  #cancelRescue = (): void => {};

  constructor(events: TransportEvents, deps: MovingDeps) {
    this.#events = events;
    this.#deps = deps;
  }

  get name(): string {
    return this.#current?.name ?? "websocket";
  }

  get reason(): string {
    return this.#why ?? this.#current?.reason ?? "";
  }

  get isOpen(): boolean {
    return this.#cut !== undefined || (this.#current?.isOpen ?? false);
  }

  get movable(): MovableTransport {
    return this;
  }

  get isFree(): boolean {
    return this.#deps.isFree();
  }

  get isMoving(): boolean {
    return this.#underWay !== undefined;
  }

  get moves(): number {
    return this.#moves;
  }

  connect(url: string, headers?: unknown): void {
    this.#forget();
    this.#frames = new NumberedFrames();
    this.#url = url;
    this.#line = this.#deps.secret();
    this.#why = undefined;
    this.#moveNumber = 0;
    const current = this.#deps.first({
      onopen: (event) => this.#events.onopen?.(event),
      onmessage: (event) => this.#receive(current, event),
      onclose: (event) => this.#closed(current, event),
      onerror: (event) => {
        if (this.#current === current) this.#events.onerror?.(event);
      },
    });
    this.#current = current;
    current.connect(lineUrl(url, this.#line), headers);
  }

  send(frame: Uint8Array): void {
    this.#frames.keep(frame);
    if (this.#cut === undefined) this.#current?.send(frame);
    this.#underWay?.send(frame);
  }

  sendUnreliable(frame: Uint8Array): void {
    this.send(frame);
  }

  close(code?: number, reason?: string): void {
    const cut = this.#cut;
    // The server may use the new line already.
    this.#underWay?.end(code, reason);
    this.#forget();
    if (cut === undefined) this.#current?.close(code, reason);
    else this.#events.onclose?.({ code: code ?? Close.NO_STATUS, reason: reason ?? "" });
  }

  move(to: TransportName, why: string, done: (outcome: MoveOutcome) => void = () => {}): boolean {
    if (this.#underWay !== undefined || this.#frames.received === 0 || !this.isOpen) return false;
    this.#moveNumber += 1;
    const url = lineUrl(this.#url, this.#line, this.#moveNumber);
    const told: Told = {
      moved: (transport, frame) => {
        this.#goOn(underWay, transport, why);
        done({ to, moved: true, why });
        frame();
      },
      failed: (failure) => {
        this.#underWay = undefined;
        done({ to, moved: false, why: failure });
        if (this.#cut !== undefined) this.#rescue();
      },
      frame: (transport, event) => this.#receive(transport, event),
      closed: (transport, event) => this.#closed(transport, event),
    };
    const underWay = new UnderWay(this.#deps.other(to), url, this.#frames, this.#deps, told);
    this.#underWay = underWay;
    underWay.begin();
    return true;
  }

  #receive(from: ClientTransport, event: { data: ArrayBuffer | Uint8Array }): void {
    if (this.#current !== from || this.#cut !== undefined) return;
    this.#frames.receive();
    this.#events.onmessage?.(event);
  }

  #goOn(move: UnderWay, transport: ClientTransport, why: string): void {
    const old = this.#current;
    const wasCut = this.#cut !== undefined;
    this.#cancelRescue();
    this.#cut = undefined;
    this.#underWay = undefined;
    this.#current = transport;
    this.#why = why;
    this.#moves += 1;
    move.settle();
    if (!wasCut) old?.close(Close.MOVED, "");
  }

  #closed(line: ClientTransport, event: CloseEvent): void {
    if (this.#current !== line || this.#cut !== undefined) return;
    const mayGoOn = event.code === Close.ABNORMAL || event.code === Close.MOVED;
    if (!mayGoOn || this.#frames.received === 0) {
      this.#end(event);
      return;
    }
    const nowMs = this.#deps.now();
    this.#cut = event;
    this.#sinceCut = nowMs - this.#cutAt;
    this.#cutAt = nowMs;
    this.#tried = 0;
    this.#cancelRescue = this.#deps.later(RESCUE_MS, () => this.#end(event));
    if (this.#underWay === undefined) this.#rescue();
  }

  /** Goes on over another line than the one that was cut, if there is one to try. */
  #rescue(): void {
    const cut = this.#cut;
    const name = transportNamed(this.name);
    if (cut === undefined) return;
    const next = name && this.#deps.rescue?.(name, this.#tried, this.#sinceCut);
    this.#tried += 1;
    if (next === undefined || !this.move(next.to, next.why)) this.#end(cut);
  }

  #end(event: CloseEvent): void {
    this.#forget();
    const code = event.code === Close.MOVED ? Close.ABNORMAL : event.code;
    this.#events.onclose?.({ ...event, code });
  }

  /** Lets go of what is under way. */
  #forget(): void {
    this.#cancelRescue();
    this.#cut = undefined;
    this.#underWay?.end();
    this.#underWay = undefined;
  }
}

/** The player's end of a seat that can move from transport to transport. */
export function movingTransport(deps: MovingDeps): (events: TransportEvents) => MovableTransport {
  return (events) => new MovingEnd(events, deps);
}
