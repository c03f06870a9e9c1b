import type { GameEvent } from "#shared/simulation/types.ts";
import type { TransportName } from "#transports/contract/names.ts";

/** When a pane had the push (ms after it was made on the server). */
export interface RaceTime {
  /** The message was there; undefined until then. */
  came?: number;
  /** It was drawn. */
  drawn?: number;
}

export type RaceState =
  | { readonly name: "idle" }
  | { readonly name: "waiting"; readonly since: number; readonly afterTick: number }
  | {
      readonly name: "running" | "done";
      readonly key: string;
      readonly startedAt: number;
      readonly by: string;
      readonly times: ReadonlyMap<TransportName, RaceTime>;
    }
  | { readonly name: "failed" };

/** Time (ms) that is waited for a push, and for the slowest pane to have it. */
const PATIENCE_MS = 20_000;
const MAX_RACE_MS = 9000;

/**
 * One push, many lines: the server makes it in one step for everybody, and each pane says when it had it. Times of
 * the page come in as ms; `madeAt` is the moment of the step on the page's clock.
 */
export class Race {
  #state: RaceState = { name: "idle" };
  #runners: readonly TransportName[] = [];

  get state(): RaceState {
    return this.#state;
  }

  /** Waits for the next push after a step. */
  start(runners: readonly TransportName[], nowMs: number, afterTick: number): void {
    this.#runners = runners;
    this.#state = { name: "waiting", since: nowMs, afterTick };
  }

  /** The message of a push has come to a pane. `fair` is false for a push that some pane had before the server. */
  came(
    pane: TransportName,
    event: GameEvent,
    times: { nowMs: number; madeAt: number },
    fair: (id: string) => boolean,
  ): void {
    if (event.type !== "push") return;
    const key = keyOf(event);
    if (this.#state.name === "waiting" && event.tick > this.#state.afterTick && fair(event.id)) {
      this.#state = { name: "running", key, startedAt: times.madeAt, by: event.id, times: new Map() };
    }
    this.#note(pane, key, "came", times.nowMs);
  }

  /** A pane has drawn an event. */
  drawn(pane: TransportName, event: GameEvent, nowMs: number): void {
    if (event.type === "push") this.#note(pane, keyOf(event), "drawn", nowMs);
  }

  /** Looks whether it is over, or has waited too long. */
  tick(nowMs: number): void {
    const state = this.#state;
    if (state.name === "waiting" && nowMs - state.since > PATIENCE_MS) {
      this.#state = { name: "failed" };
    }
    if (state.name !== "running") return;
    const all = this.#runners.every((pane) => state.times.get(pane)?.drawn !== undefined);
    if (all || nowMs - state.startedAt > MAX_RACE_MS) this.#state = { ...state, name: "done" };
  }

  #note(pane: TransportName, key: string, what: keyof RaceTime, nowMs: number): void {
    const state = this.#state;
    if (state.name !== "running" || state.key !== key || !this.#runners.includes(pane)) return;
    const time = state.times.get(pane) ?? {};
    if (time[what] !== undefined) return;
    const after = Math.max(0, nowMs - state.startedAt);
    this.#state = { ...state, times: new Map(state.times).set(pane, { ...time, [what]: after }) };
  }
}

function keyOf(event: Extract<GameEvent, { type: "push" }>): string {
  return `${event.tick}:${event.id}`;
}
