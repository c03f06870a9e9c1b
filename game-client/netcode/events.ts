import type { EventBatch } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";

/** What the own character does is shown when the key is pressed; the server's copy is not shown again. */
const PREDICTED: ReadonlySet<GameEvent["type"]> = new Set(["push", "dash", "bump", "bumper", "spring"]);
/** Events of the floor and the match belong to nobody and are drawn from the newest state. */
const IMMEDIATE: ReadonlySet<GameEvent["type"]> = new Set(["crumble", "phase"]);
/** Nobody wants to see what happened this long (ms) ago, in another tab or before a stall. */
const STALE_MS = 3000;

/** While nothing is drawn, no more than these are kept: the oldest go. */
const MOST_WAITING = 500;

interface Waiting {
  event: GameEvent;
  /** Server time (ms) at which it happened; predicted events are always news. */
  time: number;
  /** It does not wait for the delayed picture. */
  atOnce: boolean;
}

/**
 * Brings each event on screen at the moment that is drawn: those of others when the delayed picture gets
 * there, those of oneself at once.
 */
export class EventSchedule {
  readonly #selfId: string;
  #waiting: Waiting[] = [];
  readonly #due: GameEvent[] = [];

  constructor(selfId: string) {
    this.#selfId = selfId;
  }

  /** An event that the own prediction made. */
  predict(event: GameEvent): void {
    this.#add({ event, time: Number.POSITIVE_INFINITY, atOnce: true });
  }

  /** Events from the server. */
  receive(batch: EventBatch): void {
    for (const event of batch.events) {
      const own = "id" in event && event.id === this.#selfId;
      if (own && PREDICTED.has(event.type)) continue;
      const time = batch.time - (batch.tick - event.tick) * TICK_MS;
      this.#add({ event, time, atOnce: own || IMMEDIATE.has(event.type) });
    }
  }

  /** The events due at a server time (ms), oldest first; the array is reused by the next call. */
  take(time: number): readonly GameEvent[] {
    const due = this.#due;
    due.length = 0;
    if (this.#waiting.length === 0) return due;
    this.#waiting = this.#waiting.filter((waiting) => {
      if (!waiting.atOnce && waiting.time > time) return true;
      if (waiting.time > time - STALE_MS) due.push(waiting.event);
      return false;
    });
    return due;
  }

  #add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
  }
}
