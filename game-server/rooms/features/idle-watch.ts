import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { memoryOf } from "../snapshot/memory.ts";
import { count, mapOf, maybe } from "../snapshot/plain.ts";
import { inputForm, saveInputs } from "../snapshot/world-form.ts";

/** What players are told when nobody has played for too long. */
export const IDLE = refusal("room_idle");

/** Time (s) before the end from which on players are warned. */
const WARN_SECONDS = 60;

/**
 * Notices that nobody does anything in a room: a page that was left open sends inputs for ever, but always the same. A room
 * with nobody behind it would keep its seats, its bots and its place in the list from others.
 */
export class IdleWatch {
  readonly #limit: number;
  readonly #warn: number;
  /** By player: what they did last. */
  #doing = new Map<string, PlayerInput>();
  /** By person: the tick at which they last did something. */
  #seen = new Map<string, number>();
  #idleSince: number | undefined;
  readonly memory = memoryOf(
    z.object({
      doing: mapOf(z.string(), inputForm),
      seen: mapOf(z.string(), count),
      idleSince: maybe(count),
    }),
    () => ({ doing: saveInputs(this.#doing), seen: this.#seen, idleSince: this.#idleSince }),
    ({ doing, seen, idleSince }) => {
      this.#doing = doing;
      this.#seen = seen;
      this.#idleSince = idleSince;
    },
  );

  /** `minutes` without anything that a human did are too many. */
  constructor(minutes: number) {
    this.#limit = minutes * 60 * TICK_RATE;
    this.#warn = Math.max(this.#limit / 2, this.#limit - WARN_SECONDS * TICK_RATE);
  }

  /** Somebody does something. */
  noticed(id: string, tick: number): void {
    this.#seen.set(id, tick);
    this.#idleSince = tick;
  }

  /** The tick at which somebody last did something; undefined when they never did. */
  seen(id: string): number | undefined {
    return this.#seen.get(id);
  }

  /** Somebody has gone for good. */
  forget(id: string): void {
    this.#seen.delete(id);
  }

  /** Takes in what people do in a tick. Returns the tick at which the room closes, when that is soon; else 0. */
  closesAt(tick: number, inputs: ReadonlyMap<string, readonly PlayerInput[]>): number {
    this.#look(tick, inputs);
    const since = this.#idleSince ?? tick;
    return tick - since >= this.#warn ? since + this.#limit : 0;
  }

  #look(tick: number, inputs: ReadonlyMap<string, readonly PlayerInput[]>): void {
    for (const id of this.#doing.keys()) if (!inputs.has(id)) this.#doing.delete(id);
    // A tick without an input says nothing.
    for (const [id, all] of inputs) {
      for (const input of all) {
        const last = this.#doing.get(id);
        if (last !== undefined && isSame(last, input)) continue;
        this.#doing.set(id, input);
        this.noticed(id, tick);
      }
    }
    this.#idleSince ??= tick;
  }
}

function isSame(a: PlayerInput, b: PlayerInput): boolean {
  return (
    a.moveX === b.moveX &&
    a.moveY === b.moveY &&
    a.aim === b.aim &&
    a.push === b.push &&
    a.dash === b.dash &&
    a.brace === b.brace
  );
}
