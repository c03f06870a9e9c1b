import type { Room } from "@colyseus/sdk";
import { Close } from "../contract/close-codes.ts";
import { DelayQueue, type QueueClock } from "./delay-queue.ts";
import type { LinkProfile } from "./line-model.ts";

/** A connection of the SDK, which keeps its type to itself. */
export type SdkConnection = Pick<
  Room["connection"],
  "events" | "transport" | "isOpen" | "send" | "sendUnreliable" | "close" | "reconnect"
>;

/**
 * A bad network between a connection of the SDK and its transport, whichever that is: both directions, the opening of
 * a connection and its end take as long as they would over such a network. It behaves like TCP: a loss costs time,
 * and everything behind it waits; no message is dropped.
 */
export class SimulatedLink {
  readonly #connection: SdkConnection;
  readonly #up: DelayQueue;
  readonly #down: DelayQueue;
  readonly #dice: (direction: number) => () => number;
  /** The page has closed the line: it may not send on it, even while the other end does not know yet. */
  #closed = false;
  #opening = false;
  /** The SDK has been told that the present connection has ended. */
  #over = false;

  /**
   * Takes its place in a connection, for good. It lets everything pass until `profile` is set.
   * @param dice Makes dice for a direction, which is told from the other by its number.
   */
  constructor(connection: SdkConnection, clock: QueueClock, dice: (direction: number) => () => number) {
    this.#connection = connection;
    this.#up = new DelayQueue(clock);
    this.#down = new DelayQueue(clock);
    this.#dice = dice;
    this.#stepBetweenEvents();
    this.#stepBetweenCalls();
  }

  /** What each direction does from now on, undefined for nothing; what is under way arrives at once. */
  set profile(profile: LinkProfile | undefined) {
    this.#up.follow(profile, this.#dice(0));
    this.#down.follow(profile, this.#dice(0x5bd1e995));
  }

  /** The transport goes on to report to the object that it knows; the SDK listens on another one. */
  #stepBetweenEvents(): void {
    const connection = this.#connection;
    const below = connection.events;
    const above = { ...below };
    connection.events = above;
    const carry = (name: "onopen" | "onmessage" | "onerror"): void => {
      below[name] = (event) => this.#down.pass(() => above[name]?.(event));
    };
    carry("onopen");
    carry("onmessage");
    carry("onerror");
    below.onclose = (event) => this.#down.pass(() => this.#end(event));
  }

  #stepBetweenCalls(): void {
    const connection = this.#connection;
    const { transport } = connection;
    const reconnect = connection.reconnect.bind(connection);
    const isOpen = (): boolean => !this.#closed && !this.#opening && transport.isOpen;
    Object.defineProperty(connection, "isOpen", { configurable: true, get: isOpen });
    // The SDK uses its buffer again as soon as this returns.
    connection.send = (data) => this.#send(data, (copy) => transport.send(copy));
    connection.sendUnreliable = (data) => this.#send(data, (copy) => transport.sendUnreliable(copy));
    connection.reconnect = (query) => {
      this.#cut();
      this.#closed = false;
      this.#opening = true;
      this.#over = false;
      this.#up.pass(() => {
        this.#opening = false;
        reconnect(query);
      });
    };
    connection.close = (code, reason) => this.#close(code, reason, () => transport.close(code, reason));
  }

  #send(data: Uint8Array, send: (copy: Uint8Array) => void): void {
    const copy = data.slice();
    this.#up.pass(() => send(copy));
  }

  #close(code: number | undefined, reason: string | undefined, close: () => void): void {
    this.#closed = true;
    if (this.#opening) {
      // There is no line yet that could report its end.
      this.#opening = false;
      this.#cut();
      this.#end({ code: code ?? Close.ABNORMAL, reason });
    } else if (code === Close.MAY_TRY_RECONNECT) {
      // Given up as dead: what is under way arrives nowhere, and the SDK waits for no answer.
      this.#cut();
      close();
      this.#down.flush();
      // The transport may have ended before, and the news of it was just cut off.
      this.#end({ code, reason });
    } else {
      this.#up.pass(close);
    }
  }

  /** Tells the SDK of the end of a connection, once. */
  #end(event: { code: number; reason?: string | undefined }): void {
    if (this.#over) return;
    this.#over = true;
    this.#connection.events.onclose?.(event);
  }

  #cut(): void {
    this.#up.clear();
    this.#down.clear();
  }
}
