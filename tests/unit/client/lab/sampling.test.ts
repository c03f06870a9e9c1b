import { describe, expect, it } from "vitest";
import { Sampling } from "#client/lab/sampling.ts";
import { WireMeter } from "#client/lab/wire-meter.ts";

describe("the samples of a pane", () => {
  it("are the mean age of the frames since the last one, and rates a second", () => {
    const meter = new WireMeter();
    const sampling = new Sampling(meter, 1000);
    for (const age of [40, 60, -5]) sampling.age(age);
    for (let update = 0; update < 6; update++) sampling.update();
    Object.assign(meter.totals, { payloadDown: 900, overheadDown: 100, payloadUp: 50 });
    sampling.sample(1250, 0);
    // A frame that is ahead of the clock is as fresh as can be, not younger.
    expect(sampling.history.mean("age", 1)).toBeCloseTo(100 / 3);
    expect(sampling.history.mean("updates", 1)).toBe(24);
    expect(sampling.history.mean("bytesDown", 1)).toBe(4000);
    expect(sampling.history.mean("bytesUp", 1)).toBe(200);
    expect(sampling.history.mean("roundTrip", 1)).toBeNaN();
  });

  it("begin again with each", () => {
    const sampling = new Sampling(new WireMeter(), 0);
    sampling.age(500);
    sampling.update();
    sampling.sample(250, 80);
    sampling.sample(500, 80);
    expect(sampling.history.mean("updates", 1)).toBe(0);
    expect(sampling.history.mean("age", 1)).toBeNaN();
    expect(sampling.history.mean("roundTrip", 1)).toBe(80);
  });
});
