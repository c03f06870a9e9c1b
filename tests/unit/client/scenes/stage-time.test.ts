import { describe, expect, it } from "vitest";
import { StageTime } from "#client/scenes/stage-time.ts";
import type { CueOptions } from "#client/sound/cues.ts";

describe("the time of the picture", () => {
  it("is the page's, at the pace of the match", () => {
    let pace = 1;
    const time = new StageTime(() => pace);
    time.step(1000);
    expect(time.step(1016)).toBeCloseTo(0.016);
    pace = 0.25;
    expect(time.step(1032)).toBeCloseTo(0.004);
  });

  it("goes on after a hidden tab, and does not catch up", () => {
    const time = new StageTime(() => 1);
    time.step(1000);
    expect(time.step(61_000)).toBeLessThan(0.2);
    expect(time.step(61_016)).toBeCloseTo(0.016);
  });

  it("slows down what is heard of the picture", () => {
    const rates: (number | undefined)[] = [];
    const sound = { play: (_cue: string, options?: CueOptions) => rates.push(options?.rate), music() {} };
    const paced = new StageTime(() => 0.5).paced(sound);
    paced.play("hit");
    paced.play("hit", { rate: 1.2, volume: 1 });
    expect(rates).toEqual([0.5, 0.6]);
  });
});
