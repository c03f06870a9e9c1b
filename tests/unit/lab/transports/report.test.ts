import { describe, expect, it } from "vitest";
import { CONDITIONS } from "#lab/transports/conditions.ts";
import { reportOf } from "#lab/transports/report/document.ts";
import { duelIn, figuresIn, verdictOf } from "#lab/transports/report/summary.ts";
import { type Cell, type Figures, type Results, readResults, writeResults } from "#lab/transports/results.ts";
import { WAYS } from "#lab/transports/ways.ts";

const LINE = { p50: 50, p95: 80, p99: 90 };

function figures(changes: Partial<Figures> = {}): Figures {
  return {
    connectMs: 200,
    inputToAck: LINE,
    age: LINE,
    updates: 25,
    inputs: 50,
    requests: 0,
    payloadDown: 80,
    payloadUp: 14,
    messages: 1.2,
    wire: {
      down: 200,
      up: 150,
      downRate: 5000,
      upRate: 3750,
      packetsDown: 50,
      packetsUp: 60,
      connections: 0,
      toConnect: 9000,
      lost: 0,
    },
    serverCpu: 4,
    disorder: 0,
    drops: 0,
    failedJoins: 0,
    skipped: 0,
    ...changes,
  };
}

function cell(way: string, condition: string, changes: Partial<Figures> = {}, repeat = 0): Cell {
  return { repeat, condition, way, figures: figures(changes) };
}

function results(changes: Partial<Results> = {}): Results {
  return {
    machine: { processor: "an abacus" },
    startedAt: "2026-01-01T00:00:00.000Z",
    seconds: 60,
    link: { kind: "packets", why: "" },
    plan: { seed: 1, repeats: 1, players: 8, windowS: 6, duelRooms: 4, duelS: 60 },
    ways: WAYS.filter(({ id }) => ["websocket", "webrtc", "sse"].includes(id)),
    conditions: CONDITIONS.filter(({ id }) => ["25ms", "loss-5"].includes(id)),
    leftOut: [],
    instruments: { playersLate: { median: 1, worst: 2 }, linkLate: { p50: 0.5, p99: 1 } },
    cells: ["25ms", "loss-5"].flatMap((condition) =>
      ["websocket", "webrtc", "sse"].map((way) => cell(way, condition)),
    ),
    duels: [],
    ...changes,
  };
}

function lossAges(socket: number, datagrams: number): Cell[] {
  return [
    ...results().cells.filter(({ condition }) => condition === "25ms"),
    cell("websocket", "loss-5", { age: { ...LINE, p95: socket } }),
    cell("webrtc", "loss-5", { age: { ...LINE, p95: datagrams } }),
  ];
}

describe("the report of the lab", () => {
  it("names whoever brings the freshest state, whichever that is", () => {
    const winner = (cells: Cell[]): string | undefined =>
      /25 ms and 5 % loss\*\*: (\S+) brings/.exec(reportOf(results({ cells })).text)?.[1];
    expect(winner(lossAges(180, 60))).toBe("webrtc");
    expect(winner(lossAges(60, 180))).toBe("websocket");
  });

  it("takes its numbers from the run", () => {
    const { text } = reportOf(results({ cells: lossAges(177, 63) }));
    expect(text).toContain("177 ms old on WebSocket and 63 ms over WebRTC");
    expect(text).toContain("an abacus");
  });

  it("does not compare with what was not measured", () => {
    const cells = [cell("websocket", "25ms"), cell("sse", "25ms")];
    expect(reportOf(results({ cells })).text).toContain("had no datagrams under loss");
  });

  it("tells of what failed", () => {
    const cells = [
      ...results().cells,
      { repeat: 0, condition: "25ms", way: "sse", failure: "It fell over." },
    ];
    expect(reportOf(results({ cells })).text).toContain("sse, 25ms, repeat 1: It fell over.");
  });

  it("has nothing to say of a run without figures", () => {
    expect(() => reportOf(results({ cells: [] }))).toThrow("Nothing could be measured over websocket");
  });
});

describe("the summary of repeats", () => {
  it("is their median, which one bad repeat does not move", () => {
    const cells = [10, 12, 900].map((p50, repeat) => cell("sse", "25ms", { age: { ...LINE, p50 } }, repeat));
    expect(figuresIn(results({ cells }), "25ms", "sse")?.age.p50).toBe(12);
  });

  it("adds up rounds, and tells a difference only where there are enough of them", () => {
    const duel = (wins: number, losses: number, repeat: number) => ({
      ...{ repeat, condition: "25ms", way: "sse", draws: 1 },
      ...{ wins, losses },
    });
    const few = duelIn(results({ duels: [duel(6, 4, 0)] }), "25ms", "sse");
    const many = duelIn(results({ duels: [duel(60, 40, 0), duel(60, 40, 1)] }), "25ms", "sse");
    expect(few && verdictOf(few)).toBe("level");
    expect(many).toMatchObject({ share: 0.6, rounds: 202 });
    expect(many && verdictOf(many)).toBe("ahead");
  });
});

describe("the file of results", () => {
  it("is read as it was written", () => {
    const written = results({ cells: lossAges(1, 2) });
    expect(readResults(writeResults(written), "it")).toEqual(written);
  });

  it("is refused by name when it is something else", () => {
    expect(() => readResults("{}", "shopping.json")).toThrow(
      "shopping.json is no transports.json of the lab",
    );
  });
});
