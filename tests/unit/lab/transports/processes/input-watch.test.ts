import { describe, expect, it } from "vitest";
import { InputWatch } from "#lab/transports/processes/input-watch.ts";
import { InputQueue } from "#room/input-queue.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { QueuedInput } from "#shared/state/input-state.ts";
import { NET, TICK_MS } from "#shared/tunables.ts";

/** Lets ticks take inputs of a player by the server's own queue; `come` says how many come before each tick. */
function play(come: readonly number[]): InputWatch {
  const watch = new InputWatch();
  const queue = new InputQueue();
  const waiting: QueuedInput[] = [];
  let number = 0;
  for (const [tick, count] of come.entries()) {
    for (let i = 0; i < count; i++) waiting.push({ ...neutralInput(), tick: ++number });
    const source = {
      get size() {
        return waiting.length;
      },
      take: (wanted: number) => waiting.splice(0, wanted),
    };
    const inputs: readonly PlayerInput[] = queue.take(source, tick * TICK_MS);
    watch.watch({ inputs: new Map([["ann", inputs]]) });
  }
  return watch;
}

describe("the count of ticks without an input", () => {
  it("is 0 while one comes for each tick", () => {
    expect(play(new Array(100).fill(1)).soFar).toEqual({ ticks: 100, starved: 0 });
  });

  it("has those in which the body is held", () => {
    expect(play([1, 1, 0, 0, 2, 1]).soFar).toEqual({ ticks: 6, starved: 2 });
  });

  it("has those, too, in which the server goes on with what was done last", () => {
    const silence = NET.holdTicks + 20;
    const come = [1, 1, ...new Array(silence).fill(0), 1];
    expect(play(come).soFar).toEqual({ ticks: silence + 3, starved: silence });
  });

  it("does not begin before the first input", () => {
    expect(play([0, 0, 0, 1, 1]).soFar).toEqual({ ticks: 2, starved: 0 });
  });
});
