import { describe, expect, it } from "vitest";
import { shareOfProcesses } from "#bots/load/by-process.ts";
import { Collector } from "#bots/load/collector.ts";
import { nameOfPlace, placeOf } from "#bots/load/processes.ts";
import type { WorkerSecond } from "#bots/load/protocol.ts";
import { SummedMetrics } from "#bots/load/summed-metrics.ts";
import { noCounts } from "#bots/load/tally.ts";

const ORIGIN = "https://play.example.org";

describe("the place of a connection", () => {
  it.each([
    ["wss://play.example.org/p/2/PROCESS/ROOM?sessionId=x", `${ORIGIN}/p/2`, "/p/2"],
    ["wss://two.example.org:2568/PROCESS/ROOM", "https://two.example.org:2568", "two.example.org:2568"],
    ["https://play.example.org/PROCESS/ROOM?x", ORIGIN, ""],
  ])("in %s is the process that is reached there", (connected, place, name) => {
    expect(placeOf(connected)).toBe(place);
    expect(nameOfPlace(place, ORIGIN)).toBe(name);
  });

  it("is not known before there is one", () => {
    expect(placeOf(undefined)).toBeUndefined();
  });
});

describe("metrics of several processes", () => {
  const told = (cpu: number) => new Map([["cpu", cpu]]);

  it("go on when a process ends and another one begins", () => {
    const sums = new SummedMetrics();
    expect(sums.take(new Map([["a", told(3)]])).get("cpu")).toBe(3);
    // What b had used before anybody knew of it does not count.
    expect(
      sums
        .take(
          new Map([
            ["a", told(4)],
            ["b", told(10)],
          ]),
        )
        .get("cpu"),
    ).toBe(4);
    expect(sums.grown("b", "cpu", told(12))).toBe(2);
    expect(sums.grown("c", "cpu", told(1))).toBeUndefined();
    expect(
      sums
        .take(
          new Map([
            ["b", told(12)],
            ["c", told(1)],
          ]),
        )
        .get("cpu"),
    ).toBe(6);
    expect(sums.take(new Map([["c", told(1.5)]])).get("cpu")).toBe(6.5);
  });
});

describe("clients by process", () => {
  function second(at: number, places: Record<string, number>, moves = 0): WorkerSecond {
    const counts = { ...noCounts(), moves };
    return {
      type: "second",
      second: at,
      connected: 4,
      places,
      counts,
      latencies: {},
      errors: [],
      lateMs: 0,
      cpuPercent: 1,
    };
  }

  it("are those of all workers, and their moves", () => {
    const collector = new Collector(ORIGIN, 2, 0, 3);
    collector.add(second(0, { [`${ORIGIN}/p/1`]: 3, [`${ORIGIN}/p/2`]: 1 }));
    collector.add(second(0, { [`${ORIGIN}/p/1`]: 4 }));
    collector.server(0, {
      serverCpu: 50,
      serverMemory: 1,
      serverDelay: 0,
      serverCpuByProcess: { "/p/1": 30, "/p/2": 20 },
    });
    collector.add(second(1, { [`${ORIGIN}/p/2`]: 8 }, 3));
    collector.add(second(1, {}, 4));
    collector.finish();
    expect(collector.timeline).toMatchObject([
      { clientsByProcess: { "/p/1": 7, "/p/2": 1 } },
      { clientsByProcess: { "/p/2": 8 }, moves: 7 },
    ]);
    expect(shareOfProcesses(collector)).toEqual([
      { address: "/p/1", first: 7, most: 7, last: 0, cpuPercent: 30 },
      { address: "/p/2", first: 1, most: 8, last: 8, cpuPercent: 20 },
    ]);
  });

  it("say nothing where there is one process", () => {
    const collector = new Collector(ORIGIN, 1, 0, 3);
    collector.add(second(0, { [ORIGIN]: 4 }));
    collector.finish();
    expect(Object.keys(collector.timeline[0] ?? {})).not.toContain("clientsByProcess");
    expect(shareOfProcesses(collector)).toEqual([]);
  });
});
