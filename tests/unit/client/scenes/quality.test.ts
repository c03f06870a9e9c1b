import { describe, expect, it } from "vitest";
import { type Quality, QualityGovernor } from "#client/scenes/quality.ts";

/** A window of judgement, in seconds: levels change at most once in it. */
const WINDOW = 2.1;

function setUp(wanted: Quality = "full") {
  const governor = new QualityGovernor();
  let now = 1000;
  const run = (seconds: number, frameMs: number): Quality => {
    for (const end = now + seconds * 1000; now < end; now += frameMs) governor.frame(now, wanted);
    return governor.allow(wanted);
  };
  const pause = (seconds: number) => {
    now += seconds * 1000;
  };
  return { run, pause };
}

describe("quality", () => {
  it("stays as wanted at 60 and at 30 frames per second", () => {
    const { run } = setUp();
    expect(run(60, 16.7)).toBe("full");
    expect(run(60, 33.4)).toBe("full");
  });

  it("steps down one level at a time while frames are slow", () => {
    const { run } = setUp();
    expect(run(WINDOW, 60)).toBe("medium");
    expect(run(WINDOW, 60)).toBe("low");
    expect(run(60, 60)).toBe("low");
  });

  it("steps down from 3 frames per second too", () => {
    expect(setUp().run(2 * WINDOW + 1, 345)).toBe("low");
  });

  it("is never above what is wanted", () => {
    expect(setUp("medium").run(120, 8)).toBe("medium");
    expect(setUp("low").run(120, 8)).toBe("low");
    expect(setUp("medium").run(WINDOW, 60)).toBe("low");
  });

  it("takes no notice of a hitch or of a hidden tab", () => {
    const { run, pause } = setUp();
    for (let i = 0; i < 20; i++) {
      run(1, 16.7);
      run(0.4, 200);
      pause(30);
    }
    expect(run(1, 16.7)).toBe("full");
  });

  it("comes back after a while of fast frames, but not of middling ones", () => {
    const { run } = setUp();
    run(WINDOW, 60);
    expect(run(120, 30)).toBe("medium");
    expect(run(3 * WINDOW, 16.7)).toBe("medium");
    expect(run(2 * WINDOW, 16.7)).toBe("full");
  });

  it("does not flap where the richer picture is too much", () => {
    const { run } = setUp();
    let quality: Quality = "full";
    let changes = 0;
    for (let second = 0; second < 1800; second++) {
      const next = run(1, quality === "full" ? 50 : 16.7);
      if (next !== quality) changes++;
      quality = next;
    }
    // Down once, then tries after 8, 16, 32 ... 256 s, and every 256 s from there on: about ten in half an hour.
    expect(changes).toBeLessThan(24);
    expect(quality).toBe("medium");
  });
});
