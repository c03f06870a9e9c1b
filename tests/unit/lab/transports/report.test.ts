import { describe, expect, it } from "vitest";
import { reportOf } from "#lab/transports/report/document.ts";
import { duelIn, figuresIn, verdictOf } from "#lab/transports/report/summary.ts";
import { type Cell, readResults, writeResults } from "#lab/transports/results.ts";
import { LINE, madeCell, madeResults } from "./made-results.ts";

function lossAges(socket: number, datagrams: number): Cell[] {
  return [
    ...madeResults().cells.filter(({ condition }) => condition === "25ms"),
    madeCell("websocket", "loss-5", { age: { ...LINE, p95: socket } }),
    madeCell("webrtc", "loss-5", { age: { ...LINE, p95: datagrams } }),
  ];
}

describe("the report of the lab", () => {
  it("names whoever brings the freshest state, whichever that is", () => {
    const winner = (cells: Cell[]): string | undefined =>
      /25 ms and 5 % loss\*\*: (\S+) brings/.exec(reportOf(madeResults({ cells })).text)?.[1];
    expect(winner(lossAges(180, 60))).toBe("webrtc");
    expect(winner(lossAges(60, 180))).toBe("websocket");
  });

  it("takes its numbers from the run", () => {
    const { text } = reportOf(madeResults({ cells: lossAges(177, 63) }));
    expect(text).toContain("177 ms old on WebSocket and 63 ms over WebRTC");
    expect(text).toContain("an abacus");
  });

  it("does not compare with what was not measured", () => {
    const cells = [madeCell("websocket", "25ms"), madeCell("sse", "25ms")];
    expect(reportOf(madeResults({ cells })).text).toContain("had no datagrams under loss");
  });

  it("tells of what failed", () => {
    const cells = [
      ...madeResults().cells,
      { repeat: 0, condition: "25ms", way: "sse", failure: "It fell over." },
    ];
    expect(reportOf(madeResults({ cells })).text).toContain("sse, 25ms, repeat 1: It fell over.");
  });

  it("has nothing to say of a run without figures", () => {
    expect(() => reportOf(madeResults({ cells: [] }))).toThrow("Nothing could be measured over websocket");
  });
});

describe("the summary of repeats", () => {
  it("is their median, which one bad repeat does not move", () => {
    const cells = [10, 12, 900].map((p50, repeat) =>
      madeCell("sse", "25ms", { age: { ...LINE, p50 } }, repeat),
    );
    expect(figuresIn(madeResults({ cells }), "25ms", "sse")?.age.p50).toBe(12);
  });

  it("adds up rounds, and tells a difference only where there are enough of them", () => {
    const duel = (wins: number, losses: number, repeat: number) => ({
      ...{ repeat, condition: "25ms", way: "sse", draws: 1 },
      ...{ wins, losses },
    });
    const few = duelIn(madeResults({ duels: [duel(6, 4, 0)] }), "25ms", "sse");
    const many = duelIn(madeResults({ duels: [duel(60, 40, 0), duel(60, 40, 1)] }), "25ms", "sse");
    expect(few && verdictOf(few)).toBe("level");
    expect(many).toMatchObject({ share: 0.6, rounds: 202 });
    expect(many && verdictOf(many)).toBe("ahead");
  });
});

describe("the file of results", () => {
  it("is read as it was written", () => {
    const written = madeResults({ cells: lossAges(1, 2) });
    expect(readResults(writeResults(written), "it")).toEqual(written);
  });

  it("is refused by name when it is something else", () => {
    expect(() => readResults("{}", "shopping.json")).toThrow(
      "shopping.json is no transports.json of the lab",
    );
  });
});
