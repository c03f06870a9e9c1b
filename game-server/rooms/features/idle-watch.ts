import { refusal } from "#shared/refusals/refusal.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { TICK_RATE } from "#shared/tunables.ts";

/** What players are told when nobody has played for too long. */
export const IDLE = refusal("room_idle");

/** Ticks between two looks: a key that is held for less is noticed by what it leaves behind, the aim and the movement. */
const EVERY = 10;
/** Time (s) before the end from which on players are warned. */
const WARN_SECONDS = 60;

/**
 * Notices that nobody does anything in a room: a page that was left open sends inputs for ever, but always the same. A room
 * with nobody behind it would keep its seats, its bots and its place in the list from others.
 */
export class IdleWatch {
  readonly #limit: number;
  readonly #warn: number;
  /** By player: what they did when it was last looked. */
  readonly #doing = new Map<string, string>();
  #idleSince: number | undefined;

  /** `minutes` without anything that a human did are too many. */
  constructor(minutes: number) {
    this.#limit = minutes * 60 * TICK_RATE;
    this.#warn = Math.max(this.#limit / 2, this.#limit - WARN_SECONDS * TICK_RATE);
  }

  /** Somebody does something else than to play. */
  noticed(tick: number): void {
    this.#idleSince = tick;
  }

  /** Takes in what people do in a tick. Returns the tick at which the room closes, when that is soon; else 0. */
  closesAt(tick: number, inputs: ReadonlyMap<string, readonly PlayerInput[]>): number {
    if (tick % EVERY === 0) this.#look(tick, inputs);
    const since = this.#idleSince ?? tick;
    return tick - since >= this.#warn ? since + this.#limit : 0;
  }

  #look(tick: number, inputs: ReadonlyMap<string, readonly PlayerInput[]>): void {
    for (const id of this.#doing.keys()) if (!inputs.has(id)) this.#doing.delete(id);
    for (const [id, [input]] of inputs) {
      // A tick without an input says nothing.
      if (input === undefined) continue;
      const { moveX, moveY, aim, push, dash, brace } = input;
      const doing = [moveX, moveY, aim, push, dash, brace].join();
      if (this.#doing.get(id) === doing) continue;
      this.#doing.set(id, doing);
      this.#idleSince = tick;
    }
    this.#idleSince ??= tick;
  }
}
