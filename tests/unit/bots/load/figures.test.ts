import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Collector } from "#bots/load/collector.ts";
import { differences, takePrint } from "#bots/load/divergence.ts";
import { DueTimes } from "#bots/load/due-times.ts";
import { explainClose, explainFailure } from "#bots/load/failures.ts";
import { Latencies } from "#bots/load/latency.ts";
import { bucketsBetween, growth, growthBy, parseMetrics, percentile } from "#bots/load/metrics-text.ts";
import { ServerTime } from "#bots/load/server-time.ts";
import { noCounts } from "#bots/load/tally.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { FINGERPRINT_EVERY, fingerprint } from "#shared/state/fingerprint.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";
import { ThingState } from "#shared/state/thing-state.ts";

describe("latencies", () => {
  it("of several workers are merged, not averaged", () => {
    const all = new Latencies();
    const apart = [new Latencies(), new Latencies()];
    const samples = fc.sample(
      fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 60_000 })),
      2000,
    );
    for (const [worker, ms] of samples) {
      all.record("roundTrip", ms);
      apart[worker]?.record("roundTrip", ms);
    }
    const merged = new Latencies();
    for (const one of apart) merged.add(one.encode());
    expect(merged.distribution("roundTrip")).toEqual(all.distribution("roundTrip"));
  });

  it("keep three digits and never lose a sample", () => {
    const latencies = new Latencies();
    for (let ms = 1; ms <= 1000; ms++) latencies.record("inputToAck", ms);
    latencies.record("inputToAck", 1e9);
    latencies.record("inputToAck", -3);
    const all = latencies.distribution("inputToAck");
    expect(all?.count).toBe(1002);
    expect(all?.p50).toBeCloseTo(500, -0.5);
    // Three digits: half a per mill of 990.
    expect(Math.abs((all?.p99 ?? 0) - 990)).toBeLessThan(2);
    expect(latencies.distribution("patchInterval")).toBeUndefined();
    latencies.reset();
    expect(latencies.encode()).toEqual({});
  });
});

describe("the course of a test", () => {
  it.each(["before", "after"])("has what the server used, told %s the workers told theirs", (when) => {
    const collector = new Collector("http://localhost", 1, 0, 3);
    const used = { serverCpu: 80, serverMemory: 100, serverDelay: 3 };
    const tell = () =>
      collector.add({
        type: "second",
        second: 0,
        connected: 1,
        places: {},
        counts: noCounts(),
        latencies: {},
        errors: [],
        lateMs: 0,
        cpuPercent: 1,
      });
    if (when === "after") tell();
    collector.server(0, used);
    if (when === "before") tell();
    expect(collector.timeline).toMatchObject([{ at: 1, ...used }]);
  });
});

describe("due times", () => {
  it("count a stall with its full length for everything that was due in it", () => {
    const times = new DueTimes();
    for (const due of [0, 500, 1000]) times.push(due);
    const found: number[] = [];
    times.answered(3, 1200, (ms) => found.push(ms));
    expect(found).toEqual([1200, 700, 200]);
    times.answered(5, 1300, (ms) => found.push(ms));
    expect(found).toHaveLength(3);
  });
});

describe("the server's time", () => {
  it("is found through jitter", () => {
    const time = new ServerTime();
    const random = fc.sample(fc.integer({ min: 0, max: 60 }), { numRuns: 200, seed: 3 });
    // The server's clock is 10 000 ms ahead; the way takes 20 ms, and up to 60 more.
    random.forEach((jitter, i) => {
      time.patch(i * 40 + 10_000, i * 40 + 20 + jitter);
    });
    expect(time.at(0)).toBeUndefined();
    time.roundTrip(40);
    time.roundTrip(75);
    // The quickest of the last hundred patches took at most a few ms more than the way itself.
    expect(Math.abs((time.at(8000) ?? 0) - 18_000)).toBeLessThan(3);
  });
});

describe("a page of metrics", () => {
  const before = parseMetrics(`# HELP x y
steps_bucket{le="0.001"} 10
steps_bucket{le="0.002"} 20
steps_bucket{le="+Inf"} 20
refusals_total{reason="room_full"} 1
cpu_total 1.5`);
  const after = parseMetrics(`steps_bucket{le="0.001"} 10
steps_bucket{le="0.002"} 110
steps_bucket{le="+Inf"} 120
refusals_total{reason="room_full"} 1
refusals_total{reason="too_often"} 4
cpu_total 2.25`);

  it("tells what came in between", () => {
    expect(growth("cpu_total", before, after)).toBe(0.75);
    expect(growth("refusals_total", before, after)).toBe(4);
    expect(growthBy("refusals_total", "reason", before, after)).toEqual({ too_often: 4 });
    expect(bucketsBetween("steps", before, after)).toEqual([
      { to: 1, count: 0 },
      { to: 2, count: 90 },
      { to: null, count: 10 },
    ]);
  });

  it("gives percentiles within a bucket, and the last bound beyond it", () => {
    const buckets = bucketsBetween("steps", before, after);
    expect(percentile(buckets, 0.45)).toBeCloseTo(1.5);
    expect(percentile(buckets, 0.99)).toBe(2);
    expect(percentile([], 0.5)).toBeUndefined();
  });
});

describe("a divergence", () => {
  function stateAt(tick: number): ArenaState {
    const state = new ArenaState();
    state.tick = tick;
    for (const [id, x] of [
      ["me", 3],
      ["you", 4],
    ] as const) {
      const player = new PlayerState();
      player.x = x;
      state.players.set(id, player);
    }
    return state;
  }
  const print = (state: ArenaState) => {
    const taken = takePrint(5, "ABCDE", "me", state);
    if (taken === undefined) throw new Error("This tick is not compared.");
    return taken;
  };

  it("is none when the states are equal", () => {
    const tick = FINGERPRINT_EVERY;
    expect(differences(fingerprint(stateAt(tick)), print(stateAt(tick)))).toEqual([]);
    expect(takePrint(5, "ABCDE", "me", stateAt(tick + 1))).toBeUndefined();
  });

  it.each<[string, (state: ArenaState) => void]>([
    ["sees somebody otherwise", (state) => state.players.get("you")?.assign({ x: 9 })],
    ["own body differs", (state) => state.players.get("me")?.assign({ stamina: 9 })],
    ["a player is missing", (state) => state.players.delete("you")],
    ["a player too many", (state) => state.players.set("him", new PlayerState())],
    ["its match differs", (state) => state.assign({ phase: "results" })],
    ["its seats differ", (state) => state.seats.set("him", new SeatState())],
    ["its things differ", (state) => state.things.set("1", new ThingState())],
  ])("is found: %s", (words, change) => {
    const mine = stateAt(FINGERPRINT_EVERY);
    change(mine);
    expect(differences(fingerprint(stateAt(FINGERPRINT_EVERY)), print(mine)).join()).toContain(words);
  });

  it("on a huge arena is judged by who is shown", () => {
    const nobody = stateAt(FINGERPRINT_EVERY);
    nobody.players.delete("you");
    const everybody = stateAt(FINGERPRINT_EVERY);
    const theirs = (shown: string[]) =>
      fingerprint(stateAt(FINGERPRINT_EVERY), (id) => (id === "me" ? shown : []));
    expect(differences(theirs([]), print(nobody))).toEqual([]);
    expect(differences(theirs(["you"]), print(everybody))).toEqual([]);
    expect(differences(theirs(["you"]), print(nobody)).join()).toContain("a player is missing");
    expect(differences(theirs([]), print(everybody)).join()).toContain("whom it must not see");
  });
});

describe("what goes wrong", () => {
  it("is said in words that are the same for all that failed alike", () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(explainFailure(new Error("fetch failed", { cause: refused }))).toContain("Nobody answers");
    expect(explainFailure(new Error(refusal("no_room", { code: "ABCDE" })))).toBe(
      explainFailure(new Error(refusal("no_room", { code: "XYZ23" }))),
    );
    expect(explainFailure(new Error(refusal("joins_too_often", { seconds: 3 })))).toBe(
      "Your address asks to join too often. Please wait … s. (The server's MAX_JOINS_PER_MINUTE is too small for this test.)",
    );
    expect(explainClose(1006, undefined)).toBe("The connection was cut.");
    expect(explainClose(4002, "too_many_messages")).toContain("error: This page sends too many messages.");
    expect(explainClose(4002, "Too loud.")).toContain("Too loud.");
  });
});
