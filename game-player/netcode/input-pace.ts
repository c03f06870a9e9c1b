import { TICK_MS } from "#shared/tunables.ts";
import { MinWindow } from "./min-window.ts";

/** Time (ms) over which the latest inputs are looked for. */
const WINDOW_MS = 2500;
/** Even the latest input shall be there this long (ms) before its tick. */
const SPARE_MS = 5;
/** Inputs shall not wait longer than this (ms) as a rule, however rough the line: others would see the past. */
const MAX_WAIT_MS = 3 * TICK_MS;
/** Less than this (ms) too early is left alone. */
const EARLY_ENOUGH_MS = 4;
/** Time (ms) in which an error would be made up for at a pace that nothing limits. */
const CORRECTION_MS = 400;
/** How much faster and slower than time itself the own character may live: nobody sees it. */
const FASTEST = 1.04;
const SLOWEST = 0.98;
/** Weight of the newest margin in the usual one. */
const USUAL_WEIGHT = 1 / 32;
/** Inputs whose pace is remembered: more than can be under way. */
const KEPT = 128;

/**
 * Lets inputs arrive just in time: the server says how long they lay there before their tick, and the page makes its
 * ticks a little shorter or longer until the latest ones are there a moment before. As Overwatch does it (Ford,
 * "Overwatch Gameplay Architecture and Netcode", GDC 2017).
 */
export class InputPace {
  /** Off, the own character lives as fast as time itself. */
  enabled = true;
  /** Margins (ms) of the last while, less what was gained since by being faster. */
  readonly #latest = new MinWindow(WINDOW_MS);
  #usual = Number.NaN;
  /** Time (ms) by which inputs leave earlier than at the start. */
  #gained = 0;
  /** The same when each of the last inputs left. */
  readonly #gainedAt = new Float64Array(KEPT);
  readonly #numbers = new Float64Array(KEPT);
  readonly #sentAt = new Float64Array(KEPT);

  /** The input of this number leaves at `nowMs`. */
  sent(number: number, nowMs: number): void {
    this.#numbers[number % KEPT] = number;
    this.#sentAt[number % KEPT] = nowMs;
    this.#gainedAt[number % KEPT] = this.#gained;
  }

  /** When an input left (ms); undefined when that was too long ago. */
  sentAt(number: number): number | undefined {
    return this.#numbers[number % KEPT] === number ? this.#sentAt[number % KEPT] : undefined;
  }

  /** By the newest patch, which acknowledges an input, inputs lay there at least so long (ms); less than 0 is too late. */
  report(nowMs: number, acknowledged: number, marginMs: number): void {
    const atStart = marginMs - (this.#gainedAt[acknowledged % KEPT] ?? 0);
    this.#latest.push(nowMs, atStart);
    if (Number.isNaN(this.#usual)) this.#usual = atStart;
    this.#usual += (atStart - this.#usual) * USUAL_WEIGHT;
  }

  /** How long (ms) even the latest inputs lie there before their tick, as far as is known. */
  get marginMs(): number {
    return (this.#latest.value ?? 0) + this.#gained;
  }

  /** Passes `dtMs` of time. Returns how much of it the own character lives. */
  advance(dtMs: number): number {
    const { value: latest } = this.#latest;
    if (latest === undefined || !this.enabled) return dtMs;
    const missing = SPARE_MS - (latest + this.#gained);
    const room = MAX_WAIT_MS - (this.#usual + this.#gained);
    const error = Math.min(missing, room);
    if (error < 0 && error > -EARLY_ENOUGH_MS) return dtMs;
    const lived = dtMs * Math.min(FASTEST, Math.max(SLOWEST, 1 + error / CORRECTION_MS));
    this.#gained += lived - dtMs;
    return lived;
  }

  /** Begins anew: another connection, another way. */
  reset(): void {
    this.#latest.clear();
    this.#usual = Number.NaN;
    this.#gained = 0;
    this.#gainedAt.fill(0);
    this.#numbers.fill(0);
  }
}
