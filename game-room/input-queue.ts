import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { QueuedInput } from "#shared/state/input-state.ts";
import { NET, TICK_RATE } from "#shared/tunables.ts";
import { InputArrivals } from "./input-arrivals.ts";

/** The part of Colyseus' per-client input buffer that is used. What is in it has been made legal. */
export interface InputSource {
  readonly size: number;
  take(count: number): QueuedInput[];
}

const NOTHING: readonly PlayerInput[] = [];

/**
 * Decides how many of a player's inputs a tick consumes, so that everybody lives at the same speed. A tick
 * without input is held, not simulated, and owed: a late input may be caught up with against that debt,
 * never without, so who sends double gains nothing. Before the first input, after `NET.holdTicks` in a row, and
 * with `NET.debtTicks` owed, the body lives on without its player, so who sends too little does not live in slow
 * motion. A debt is forgiven at one tick a
 * second: a clock that runs a little slow stays harmless.
 *
 * An input that is `NET.lateTicks` late stays that late, and so do those behind it: on a line with jitter others will be
 * as late, and the page makes the queue shorter when that is too careful. What a stall held up is caught up with at once.
 */
export class InputQueue {
  /** When inputs came: what their page paces itself by. */
  readonly arrivals = new InputArrivals();
  /** Ticks in a row without an input. */
  #missed = 0;
  /** Some input has come. */
  #begun = false;
  #owed = 0;
  /** Ticks of the last stall that are to be caught up with. */
  #toCatchUp = 0;
  #tick = 0;
  /** Fewest inputs that were waiting in any tick of this second. */
  #leastWaiting = Number.POSITIVE_INFINITY;
  #last: PlayerInput;

  /** `last` is what its player did before the line was cut: that it is back says nothing of them. */
  constructor(last: PlayerInput = neutralInput()) {
    this.#last = last;
  }

  /** Its player plays no more, for now: with their next character they begin afresh, without a button that is down. */
  rest(): void {
    this.#last = { ...neutralInput(), aim: this.#last.aim };
    this.#begun = false;
    this.#owed = 0;
  }

  /** What its player has done last. */
  get last(): PlayerInput {
    return this.#last;
  }

  /** The inputs that a tick at `nowMs` applies: usually one, two to catch up, none to wait. */
  take(source: InputSource, nowMs: number): readonly PlayerInput[] {
    this.#tick += 1;
    this.#leastWaiting = Math.min(this.#leastWaiting, source.size);
    if (this.#tick % TICK_RATE === 0) this.#everySecond(source);
    if (source.size === 0) return this.#starve(nowMs);
    if (this.#missed > NET.lateTicks) this.#toCatchUp = this.#missed - NET.lateTicks;
    this.#missed = 0;
    this.#begun = true;
    const behind = this.#toCatchUp > 0 || source.size > NET.inputBuffer;
    const count = behind && source.size > 1 && this.#owed > 0 ? 2 : 1;
    if (count === 2) {
      this.#owed -= 1;
      this.#toCatchUp -= 1;
    }
    const inputs = source.take(count);
    for (const { tick } of inputs) this.arrivals.consumed(tick, nowMs);
    this.#last = inputs.at(-1) ?? this.#last;
    return inputs;
  }

  #everySecond(source: InputSource): void {
    this.#owed = Math.max(0, this.#owed - 1);
    // A page that paces itself does not let its queue grow. Of another one an input goes unused: its player sees a step
    // of correction, once, instead of feeling the delay for ever.
    if (this.#leastWaiting > NET.inputBuffer) source.take(1);
    this.#leastWaiting = Number.POSITIVE_INFINITY;
  }

  #starve(nowMs: number): readonly PlayerInput[] {
    this.#missed += 1;
    this.arrivals.missed(nowMs);
    if (this.#begun && this.#missed <= NET.holdTicks && this.#owed < NET.debtTicks) {
      this.#owed += 1;
      return NOTHING;
    }
    // Buttons stay as they are: a lost packet must not let go of a charged push.
    return [{ ...this.#last, moveX: 0, moveY: 0 }];
  }
}
