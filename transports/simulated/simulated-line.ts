import { behindStage } from "../contract/client-stage.ts";
import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "../contract/client-transport.ts";
import { Close } from "../contract/close-codes.ts";
import type { Down, Stage, Up } from "../contract/stage.ts";
import { DelayQueue, type QueueClock } from "./delay-queue.ts";
import type { LineProfile, Trip } from "./line-model.ts";

/** Tells the dice of the way down from those of the way up. */
const DOWN = 0x5bd1e995;

/**
 * A bad network in front of a transport, whichever that is: both directions, the opening of a connection and its end take as
 * long as they would over such a network. It behaves like TCP: a loss costs time, and everything behind it waits; no message
 * is dropped.
 */
export class SimulatedLine implements Stage {
  readonly #up: DelayQueue;
  readonly #down: DelayQueue;
  readonly #dice: (direction: number) => () => number;
  #watch: ((trip: Trip) => void) | undefined;

  /**
   * It lets everything pass until `profile` is set.
   * @param dice Makes dice for a direction, which is told from the other by its number.
   */
  constructor(clock: QueueClock, dice: (direction: number) => () => number) {
    this.#up = new DelayQueue(clock);
    this.#down = new DelayQueue(clock);
    this.#dice = dice;
  }

  /** Tells of each message that comes down from now on, and of what happens to it. */
  watchDown(watch: (trip: Trip) => void): void {
    this.#watch = watch;
  }

  /** What each direction does from now on, undefined for nothing; what is under way arrives at once. */
  set profile(profile: LineProfile | undefined) {
    this.#up.follow(profile, this.#dice(0));
    this.#down.follow(profile, this.#dice(DOWN));
  }

  up(frame: Uint8Array, next: Up): void {
    // The SDK uses its buffer again as soon as this returns.
    const copy = frame.slice();
    this.#up.pass(() => next(copy));
  }

  down(frame: Uint8Array, next: Down): void {
    this.#down.pass(() => next(frame), this.#watch);
  }

  /** Puts this line in front of a transport, whose opening and end it holds up as well. One at a time goes over it. */
  before(make: ClientTransportFactory): ClientTransportFactory {
    return (events) => new SlowTransport(behindStage(make, this), events, this.#up, this.#down);
  }
}

/** A transport behind a simulated line. */
class SlowTransport implements ClientTransport {
  readonly #below: ClientTransport;
  readonly #events: TransportEvents;
  readonly #up: DelayQueue;
  readonly #down: DelayQueue;
  /** It was closed from here: nothing may be sent any more, even while the other end does not know yet. */
  #closed = false;
  #opening = false;
  /** The end of the present connection has been told. */
  #over = false;

  constructor(make: ClientTransportFactory, events: TransportEvents, up: DelayQueue, down: DelayQueue) {
    this.#events = events;
    this.#up = up;
    this.#down = down;
    this.#below = make({
      onopen: (event) => down.pass(() => events.onopen?.(event)),
      onmessage: (event) => events.onmessage?.(event),
      onerror: (event) => down.pass(() => events.onerror?.(event)),
      onclose: (event) => down.pass(() => this.#end(event)),
    });
  }

  get name(): string {
    return this.#below.name;
  }

  get reason(): string {
    return this.#below.reason;
  }

  get isOpen(): boolean {
    return !this.#closed && !this.#opening && this.#below.isOpen;
  }

  get movable(): ClientTransport["movable"] {
    return this.#below.movable;
  }

  connect(url: string, headers?: unknown): void {
    this.#cut();
    this.#closed = false;
    this.#opening = true;
    this.#over = false;
    this.#up.pass(() => {
      this.#opening = false;
      this.#below.connect(url, headers);
    });
  }

  send(frame: Uint8Array): void {
    this.#below.send(frame);
  }

  sendUnreliable(frame: Uint8Array): void {
    this.#below.sendUnreliable(frame);
  }

  close(code?: number, reason?: string): void {
    this.#closed = true;
    if (this.#opening) {
      // There is no line yet that could report its end.
      this.#opening = false;
      this.#cut();
      this.#end({ code: code ?? Close.ABNORMAL, reason: reason ?? "" });
    } else if (code === Close.MAY_TRY_RECONNECT) {
      // Given up as dead: what is under way arrives nowhere, and the SDK waits for no answer.
      this.#cut();
      this.#below.close(code, reason);
      this.#down.flush();
      // The transport may have ended before, and the news of it was just cut off.
      this.#end({ code, reason: reason ?? "" });
    } else {
      this.#up.pass(() => this.#below.close(code, reason));
    }
  }

  /** Tells of the end of a connection, once. */
  #end(event: { code: number; reason: string }): void {
    if (this.#over) return;
    this.#over = true;
    this.#events.onclose?.(event);
  }

  #cut(): void {
    this.#up.clear();
    this.#down.clear();
  }
}
