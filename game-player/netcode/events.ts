import type { EventBatch } from "#shared/messages.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";

/** What the own character does is shown when the key is pressed; the server's copy is not shown again. */
const PREDICTED: ReadonlySet<GameEvent["type"]> = new Set([
  "push",
  "dash",
  "bump",
  "bumper",
  "spring",
  "teleport",
]);
/** Events of the floor, the ball and the match belong to nobody and are drawn from the newest state. */
const IMMEDIATE: ReadonlySet<GameEvent["type"]> = new Set([
  "crumble",
  "sink",
  "zone",
  "round",
  "goal",
  "phase",
]);
/** How a blow is told of that an answer may take back. */
const LANDED: ReadonlySet<GameEvent["type"]> = new Set(["hit", "braced"]);
/** Nobody wants to see what happened this long (ms) ago, in another tab or before a stall. */
const STALE_MS = 3000;

/** While nothing is drawn, no more than these are kept: the oldest go. */
const MAX_WAITING = 500;

interface Waiting {
  event: GameEvent;
  /** Simulation time (ms) at which it happened; predicted events are always news. */
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

  /** Events from the server. While a bot plays with the own character nothing of it is predicted, and it is drawn as others are. */
  receive(batch: EventBatch, ownIsPredicted = true): void {
    for (const event of batch.events) {
      const own = ownIsPredicted && "id" in event && event.id === this.#selfId;
      if (own && PREDICTED.has(event.type)) continue;
      if ("since" in event) this.#takeBack(event);
      this.#add({ event, time: event.tick * TICK_MS, atOnce: own || IMMEDIATE.has(event.type) });
    }
  }

  /** The events due at a simulation time (ms), oldest first; the array is reused by the next call. */
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

  /** A blow that has been taken back before anybody saw it is not shown at all. */
  #takeBack({ id, since }: Extract<GameEvent, { since?: number }>): void {
    this.#waiting = this.#waiting.filter(
      ({ event }) => event.tick !== since || !LANDED.has(event.type) || !("id" in event) || event.id !== id,
    );
  }

  #add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
  }
}
