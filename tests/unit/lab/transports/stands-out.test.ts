import { describe, expect, it } from "vitest";
import { CONDITIONS } from "#lab/transports/conditions.ts";
import { standsOut } from "#lab/transports/report/stands-out.ts";
import type { Cell, Results } from "#lab/transports/results.ts";
import { LINE, madeCell, madeDuel, madeResults } from "./made-results.ts";

const PLAN = { ...madeResults().plan, repeats: 3 };

/** Three repeats of WebSocket under a condition, with these medians of input to ack. */
function acks(condition: string, times: readonly number[]): Cell[] {
  return times.map((p50, repeat) =>
    madeCell("websocket", condition, { inputToAck: { ...LINE, p50 } }, repeat),
  );
}

function told(changes: Partial<Results>): string {
  const conditions = CONDITIONS.filter(({ id }) => ["clear", "25ms", "50ms", "100ms"].includes(id));
  const ways = madeResults().ways.filter(({ id }) => id === "websocket");
  return standsOut(madeResults({ plan: PLAN, conditions, ways, cells: [], ...changes }));
}

describe("what stands out", () => {
  it("is nothing when all repeats agree", () => {
    expect(told({ cells: acks("25ms", [84, 85, 83]) })).toContain("There is none");
  });

  it("is a repeat that lies far from the others, with what the machine did then", () => {
    const [first, second, third] = acks("50ms", [131, 177, 131]);
    if (first === undefined || second === undefined || third === undefined) throw new Error("Too few.");
    const far = { ...second, lateMs: 47, othersCores: 0.1 };
    expect(told({ cells: [first, far, third] })).toContain(
      "50 ms one way, websocket, repeat 2: input to ack, median 177 ms, where the median is 131 ms; timers of the players were 47 ms late, others used 0.10 cores.",
    );
    expect(told({ cells: acks("50ms", [131, 160, 131]) })).toContain("There is none");
  });

  it("is not the repeat that another one makes look odd", () => {
    const said = told({ cells: acks("25ms", [81, 119, 78]) });
    expect(said).toContain("repeat 2:");
    expect(said).not.toContain("repeat 3:");
  });

  it("is no repeat that is only some ms off, however many times that is", () => {
    expect(told({ cells: acks("clear", [8, 20, 8]) })).toContain("There is none");
  });

  it("says of two that differ only that they do", () => {
    const cells = acks("25ms", [84, 184]);
    const plan = { ...PLAN, repeats: 2 };
    expect(told({ plan, cells })).toContain(
      "repeat 2: input to ack, median 184 ms, where the other one has 84 ms",
    );
    expect(told({ plan, cells })).not.toContain("repeat 1:");
  });

  it("is a delay whose time lies off the line between its neighbours", () => {
    const cells = (at50: number) =>
      [
        ...acks("25ms", [84, 84, 84]),
        ...acks("50ms", [at50, at50, at50]),
        ...acks("100ms", [233, 233, 233]),
      ].map((cell) => (cell.figures ? { ...cell, figures: { ...cell.figures, age: agesOf(cell) } } : cell));
    expect(told({ cells: cells(177) })).toContain(
      "websocket, 50 ms one way: input to ack, median 177 ms, where 134 ms would lie between the 84 ms of 25 ms one way and the 233 ms of 100 ms one way.",
    );
    expect(told({ cells: cells(131) })).toContain("There is none");
    expect(told({ cells: cells(80) })).toContain(
      "websocket, 50 ms one way: input to ack, median 80 ms, not more than the 84 ms of 25 ms one way.",
    );
  });

  it("is a cell that rests on fewer repeats, or that could not be measured", () => {
    const failed: Cell = { repeat: 0, condition: "25ms", way: "websocket", failure: "It fell over." };
    expect(told({ cells: acks("25ms", [84]) })).toContain(
      "25 ms one way, websocket: rests on a single repeat of 3.",
    );
    expect(told({ cells: acks("25ms", [84, 84]) })).toContain("rests on 2 repeats of 3.");
    expect(told({ cells: [failed] })).toContain("25 ms one way, websocket: could not be measured.");
  });

  it("is a repeat that others on the machine disturbed", () => {
    const cells = acks("25ms", [84, 84, 84]).map((cell) => ({ ...cell, lateMs: 3, othersCores: 0.02 }));
    expect(told({ cells })).toContain("There is none");
    const disturbed = cells.map((cell) =>
      cell.repeat === 1 ? { ...cell, othersCores: 1.5, tries: 3 } : cell,
    );
    expect(told({ cells: disturbed })).toContain(
      "25 ms one way: other work on the machine disturbed websocket, repeat 2 (1.50 cores, timers 3.0 ms late, the quietest of 3 tries).",
    );
  });

  it("is a way that did not get its rounds, unless it got them later", () => {
    const short = { ...madeDuel("websocket", "25ms", 10, 11), wanted: 67 };
    expect(told({ cells: acks("25ms", [84, 84, 84]), duels: [short] })).toContain(
      "25 ms one way, websocket: time was up after 22 of 67 rounds.",
    );
    const rest = { ...madeDuel("websocket", "25ms", 22, 22), wanted: 45 };
    expect(told({ cells: acks("25ms", [84, 84, 84]), duels: [short, rest] })).toContain("There is none");
  });
});

/** Ages that grow with the delay, so that only input to ack is looked at. */
function agesOf({ condition }: Cell) {
  const delay = CONDITIONS.find(({ id }) => id === condition)?.delayMs ?? 0;
  return { p50: delay + 23, p95: delay + 41, p99: delay + 43 };
}
