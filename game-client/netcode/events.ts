import type { EventBatch } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";

/** What the own character does is shown when the key is pressed; the server's copy is not shown again. */
const PREDICTED: ReadonlySet<GameEvent["type"]> = new Set(["push", "dash", "bump", "bumper", "spring"]);
/** Events of the floor and the match belong to nobody and are drawn from the newest state. */
const IMMEDIATE: ReadonlySet<GameEvent["type"]> = new Set(["crumble", "phase"]);
/** Nobody wants to see what happened this long (ms) ago, in another tab or before a stall. */
const STALE_MS = 1000;

/**
 * Brings each event on screen at the moment that is drawn: those of others when the delayed picture gets
 * there, those of oneself at once.
 */
export class EventSchedule {
  readonly #selfId: string;
  #waiting: { due: number; event: GameEvent }[] = [];
  #immediate: GameEvent[] = [];
  #due: GameEvent[] = [];

  constructor(selfId: string) {
    this.#selfId = selfId;
  }

  /** An event that the own prediction made. */
  predict(event: GameEvent): void {
    this.#immediate.push(event);
  }

  /** Events from the server. */
  receive(batch: EventBatch): void {
    for (const event of batch.events) {
      const own = "id" in event && event.id === this.#selfId;
      if (own && PREDICTED.has(event.type)) continue;
      if (own || IMMEDIATE.has(event.type)) this.#immediate.push(event);
      else this.#waiting.push({ due: batch.time - (batch.tick - event.tick) * TICK_MS, event });
    }
  }

  /** The events due at a server time (ms), oldest first; the array is reused by the next call. */
  take(time: number): readonly GameEvent[] {
    const due = this.#due;
    due.length = 0;
    for (const event of this.#immediate) due.push(event);
    this.#immediate.length = 0;
    if (this.#waiting.length === 0) return due;
    this.#waiting = this.#waiting.filter((entry) => {
      if (entry.due > time) return true;
      if (entry.due > time - STALE_MS) due.push(entry.event);
      return false;
    });
    return due;
  }
}
