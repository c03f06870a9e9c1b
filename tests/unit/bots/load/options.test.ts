import { describe, expect, it } from "vitest";
import { explainTooFewDescriptors } from "#bots/load/descriptors.ts";
import { HELP } from "#bots/load/help.ts";
import { type LoadOptions, parseOptions } from "#bots/load/options.ts";
import { makePlan } from "#bots/load/plan.ts";
import { THRESHOLDS } from "#bots/load/thresholds.ts";

function parse(line: string, cores = 4): LoadOptions {
  return parseOptions(
    line.split(" ").filter((word) => word !== ""),
    {},
    cores,
  );
}

describe("the arguments of a load test", () => {
  it("have a default for everything", () => {
    expect(parse("")).toMatchObject({
      url: undefined,
      clients: 16,
      rooms: 1,
      playersPerRoom: 16,
      workers: 1,
      brain: "normal",
      transports: [{ name: "websocket", share: 1 }],
    });
  });

  it("make as many rooms as the clients need, or as many seats as the rooms need", () => {
    expect(parse("--clients 200")).toMatchObject({ rooms: 13, playersPerRoom: 16 });
    expect(parse("--clients 100 --players-per-room 8")).toMatchObject({ rooms: 13 });
    expect(parse("--clients 100 --rooms 10")).toMatchObject({ rooms: 10, playersPerRoom: 10 });
  });

  it("leave one core to the server", () => {
    expect(parse("--clients 2000", 4).workers).toBe(3);
    expect(parse("--clients 2000", 1).workers).toBe(1);
    expect(parse("--clients 2000 --workers 6", 1).workers).toBe(6);
    expect(parse("--clients 2 --workers 6").workers).toBe(2);
  });

  it("turn weights of transports into shares", () => {
    expect(parse("--transport websocket:80,long-polling:20").transports).toEqual([
      { name: "websocket", share: 0.8 },
      { name: "long-polling", share: 0.2 },
    ]);
  });

  it("limit errors and divergences unless told otherwise", () => {
    const limits = (line: string) =>
      parse(line).limits.map(({ threshold, limit, asked }) => [threshold.flag, limit, asked]);
    expect(limits("")).toEqual([
      ["max-errors", 0, false],
      ["max-divergences", 0, false],
    ]);
    expect(limits("--max-errors any --max-divergences 3 --max-p99-rtt 50")).toEqual([
      ["max-divergences", 3, true],
      ["max-p99-rtt", 50, true],
    ]);
  });

  it.each([
    ["--clients many", '--clients: expected a whole number from 1 to 100000, found "many"'],
    ["--clients 0", "--clients: expected"],
    ["--transport pigeon", 'there is no transport "pigeon"; expected websocket'],
    ["--brain genius", "--brain: expected easy, normal, hard or wander"],
    ["--url example.org", "--url: expected an address such as http://localhost:2567"],
    ["--rooms 2 --players-per-room 4 --clients 9", "have 8 seats, but there are 9 clients"],
    ["--colour red", "--colour"],
  ])("say what is wrong with %s", (line, words) => {
    expect(() => parse(line)).toThrow(words);
  });

  it("are all in the help", () => {
    for (const { flag } of THRESHOLDS) expect(HELP).toContain(`--${flag} `);
  });
});

describe("the plan of a load test", () => {
  it("is the same for the same seed, and another for another", () => {
    const options = parse("--clients 30 --churn 2 --workers 2 --seed 7");
    expect(makePlan(options)).toEqual(makePlan(options));
    expect(makePlan(options)).not.toEqual(makePlan({ ...options, seed: 8 }));
  });

  it("lets everybody come once, evenly, and opens every room before it is joined", () => {
    const plans = makePlan(parse("--clients 50 --players-per-room 16 --workers 3 --ramp 10"));
    const clients = plans.flatMap((plan) => plan.clients).sort((a, b) => a.joinAt - b.joinAt);
    expect(clients.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(clients.filter(({ opens }) => opens).map(({ room }) => room)).toEqual([0, 1, 2, 3]);
    expect(clients.slice(0, 4).every(({ opens }) => opens)).toBe(true);
    for (let room = 0; room < 4; room++) {
      expect(clients.filter((client) => client.room === room).length).toBeLessThanOrEqual(16);
    }
    expect(clients.at(-1)?.joinAt).toBeCloseTo(9800);
  });

  it("deals transports in the wanted mix, in every stretch", () => {
    const [plan] = makePlan(parse("--clients 20 --transport websocket:75,sse:25"));
    const sse = plan?.clients.map(({ transport }) => transport === "sse") ?? [];
    for (const from of [0, 4, 8, 12, 16]) expect(sse.slice(from, from + 4).filter(Boolean)).toHaveLength(1);
  });

  it("spreads leaves and cuts evenly over the measured time", () => {
    const churn = makePlan(parse("--churn 2 --duration 5 --ramp 1 --clients 8 --workers 2")).flatMap(
      (p) => p.churn,
    );
    const times = churn.map(({ at }) => at).sort((a, b) => a - b);
    expect(times).toEqual([1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000]);
    expect(new Set(churn.map(({ kind }) => kind))).toEqual(new Set(["replace", "cut"]));
  });
});

describe("too few file descriptors", () => {
  it("are noticed before they are missed, with a remedy", () => {
    expect(explainTooFewDescriptors(1024, 200, 1, true)).toBeUndefined();
    expect(explainTooFewDescriptors(undefined, 20_000, 1, true)).toBeUndefined();
    expect(explainTooFewDescriptors(256, 200, 1, false)).toContain("needs 264 file descriptors");
    expect(explainTooFewDescriptors(256, 200, 2, false)).toBeUndefined();
    expect(explainTooFewDescriptors(256, 200, 2, true)).toMatch(/^The server needs 264 .*ulimit -n 512/);
  });
});
