import { describe, expect, it } from "vitest";
import { ClaimedState } from "#server/rooms/claimed-state.ts";

const PATCH_TICKS = 2;
/** A calm line: from a state to the first input that was made after it, and to its arrival (ms). */
const ROUND_TRIP = 50;
/** Inputs until the line is known. */
const KNOWN = 100;

/** Time (ms) at which the input of a number comes, half a tick off the patches. */
function arrival(number: number): number {
  return 1000 + number * 20 + 10;
}

/** Tick of the newest state that an input of this line was made after. */
function honest(nowMs: number): number {
  return Math.floor((nowMs - ROUND_TRIP) / 40) * 2;
}

/** What is believed of an input that comes now, with a claim. */
function judge(line: ClaimedState, number: number, claimed: number, nowMs: number): number {
  line.arrived(number, nowMs);
  return line.judge(claimed, nowMs);
}

/** A line that has told the truth so far. */
function knownLine(): ClaimedState {
  const line = new ClaimedState(PATCH_TICKS);
  for (let number = 1; number <= KNOWN; number++) {
    const now = arrival(number);
    expect(judge(line, number, honest(now), now)).toBe(honest(now));
  }
  return line;
}

describe("the state that a page says it had", () => {
  it("is believed as long as it tells the truth", () => {
    knownLine();
  });

  it("is not older than an input before has said", () => {
    const line = knownLine();
    const now = arrival(KNOWN);
    expect(judge(line, KNOWN + 1, honest(now) - 2, now + 1)).toBe(honest(now));
  });

  it("cannot stop being acknowledged on a line that holds nothing up", () => {
    const line = knownLine();
    const frozen = honest(arrival(KNOWN));
    for (let number = KNOWN + 1; number < KNOWN + 20; number++) {
      const now = arrival(number);
      // Never a whole patch behind the truth: then a blow could be denied that has been seen.
      expect(honest(now) - judge(line, number, frozen, now)).toBeLessThan(PATCH_TICKS);
    }
  });

  it("is believed to be held up when the inputs are held up too", () => {
    const line = knownLine();
    const late = 200;
    // They come at once after a stall, and say what the page had when it made them.
    for (let number = KNOWN + 1; number <= KNOWN + late / 20; number++) {
      const now = arrival(KNOWN + late / 20 + 1);
      expect(judge(line, number, honest(arrival(number)), now)).toBe(honest(arrival(number)));
    }
  });

  it("may be as late for seconds after a stall as that was, and then no longer", () => {
    const line = knownLine();
    const stalled = KNOWN + 10;
    for (let number = KNOWN + 1; number <= stalled; number++) {
      judge(line, number, honest(arrival(number)), arrival(stalled));
    }
    const lag = (number: number) => {
      const now = arrival(number);
      return now - judge(line, number, honest(now) - 6, now) * 20;
    };
    expect(lag(stalled + 50)).toBeGreaterThanOrEqual(ROUND_TRIP + 120);
    // Ten seconds at most are remembered.
    for (let number = stalled + 51; number < stalled + 600; number++) {
      judge(line, number, honest(arrival(number)), arrival(number));
    }
    expect(lag(stalled + 600)).toBeLessThan(ROUND_TRIP + 60);
  });

  it("stays nothing before there is one, and is never newer than the newest", () => {
    const line = new ClaimedState(PATCH_TICKS);
    expect(judge(line, 1, 0, 1000)).toBe(0);
    expect(judge(line, 2, 1e9, 1030)).toBe(50);
  });
});
