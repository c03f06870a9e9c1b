import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputQueue, type InputSource } from "#room/input-queue.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { NET, TICK_RATE } from "#shared/tunables.ts";

/** A buffer as Colyseus keeps it: the oldest goes when it is full. */
class Buffer implements InputSource {
  readonly #inputs: (PlayerInput & { tick: number })[] = [];
  #sent = 0;

  arrive(count: number): void {
    for (let i = 0; i < count; i++) {
      this.#inputs.push({ ...neutralInput(), moveX: 1, tick: ++this.#sent });
    }
    this.#inputs.splice(0, Math.max(0, this.#inputs.length - NET.inputBuffer - NET.holdTicks));
  }

  get size(): number {
    return this.#inputs.length;
  }

  take(count: number) {
    return this.#inputs.splice(0, count);
  }
}

/** Runs ticks with so many inputs arriving in each. Returns the number of steps that the body made. */
function play(arrivals: readonly number[]): { steps: number; taken: number } {
  const queue = new InputQueue();
  const buffer = new Buffer();
  let steps = 0;
  let taken = 0;
  for (const count of arrivals) {
    buffer.arrive(count);
    const inputs = queue.take(buffer, 0);
    steps += inputs.length;
    taken += inputs.filter((input) => input.moveX > 0).length;
  }
  return { steps, taken };
}

describe("the inputs of a player", () => {
  it("are taken one a tick when they come evenly", () => {
    expect(play(Array(100).fill(1))).toEqual({ steps: 100, taken: 100 });
  });

  it("are all taken, in the same number of ticks, when they come in uneven bursts", () => {
    const bursts = Array.from({ length: 100 }, (_, tick) => (tick % 4 === 3 ? 4 : 0));
    const { taken } = play([...bursts, ...Array(10).fill(0)]);
    expect(taken).toBe(100);
  });

  it("bring no more steps than ticks, however many are sent", () => {
    expect(play(Array(200).fill(2)).steps).toBe(200);
    expect(play(Array(200).fill(10)).steps).toBe(200);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 300 }), (arrivals) => {
        expect(play(arrivals).steps).toBeLessThanOrEqual(arrivals.length);
      }),
    );
  });

  /** Ticks without input, then all that is missing at once, then one each. Returns the steps of the ticks after that. */
  const afterSilence = (silent: number) => {
    const queue = new InputQueue();
    const buffer = new Buffer();
    buffer.arrive(1);
    for (let tick = 0; tick <= silent; tick++) queue.take(buffer, 0);
    buffer.arrive(silent);
    const steps = Array.from({ length: 20 }, () => {
      buffer.arrive(1);
      return queue.take(buffer, 0).length;
    });
    return { steps, waiting: buffer.size };
  };

  it("stay in the queue when they were a little late: others will be, too", () => {
    expect(afterSilence(2)).toEqual({ steps: Array(20).fill(1), waiting: 2 });
  });

  it("are caught up with, two at a time, after a stall", () => {
    const { steps, waiting } = afterSilence(10);
    expect(steps).toEqual([...Array(8).fill(2), ...Array(12).fill(1)]);
    expect(waiting).toBe(2);
  });

  it("that stay away stop the body for a moment, and then it lives on without its player", () => {
    const silent = Array(40).fill(0);
    expect(play([1, ...silent])).toEqual({ steps: 41 - NET.holdTicks, taken: 1 });
    // Who has sent nothing yet has nothing to be late.
    expect(play(silent)).toEqual({ steps: 40, taken: 0 });
  });

  it("let nobody live in slow motion, however few are sent", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 50, maxLength: 500 }), (arrivals) => {
        // What is owed at once, and what has been forgiven: one tick a second.
        const least = arrivals.length - NET.debtTicks - Math.floor(arrivals.length / TICK_RATE);
        expect(play(arrivals).steps).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  it("do not stay in the queue for ever after a hiccup, though their page does nothing about it", () => {
    const queue = new InputQueue();
    const buffer = new Buffer();
    buffer.arrive(12);
    for (let tick = 0; tick < 10 * TICK_RATE; tick++) {
      buffer.arrive(1);
      queue.take(buffer, 0);
    }
    expect(buffer.size).toBeLessThanOrEqual(NET.inputBuffer);
  });

  it("keep the buttons of the last one while they stay away", () => {
    const queue = new InputQueue();
    const pushing = { size: 1, take: () => [{ ...neutralInput(), moveX: 1, push: true, tick: 1 }] };
    queue.take(pushing, 0);
    const silent = { size: 0, take: () => [] };
    const later = Array.from({ length: 40 }, () => queue.take(silent, 0)).flat();
    expect(later.length).toBeGreaterThan(0);
    expect(later.every((input) => input.push && input.moveX === 0)).toBe(true);
  });

  it("are taken to go on as before while a connection that is new has sent none yet", () => {
    const last = { ...neutralInput(), aim: 2, brace: true };
    expect(new InputQueue(last).take({ size: 0, take: () => [] }, 0)).toEqual([last]);
  });

  it("let go of the buttons when their player plays no more, for now", () => {
    const queue = new InputQueue();
    queue.take({ size: 1, take: () => [{ ...neutralInput(), aim: 2, push: true, tick: 1 }] }, 0);
    queue.rest();
    expect(queue.take({ size: 0, take: () => [] }, 0)).toEqual([{ ...neutralInput(), aim: 2 }]);
  });
});
