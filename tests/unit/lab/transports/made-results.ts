import { CONDITIONS } from "#lab/transports/conditions.ts";
import type { Cell, DuelCount, Figures, Results } from "#lab/transports/results.ts";
import { WAYS } from "#lab/transports/ways.ts";

/** A spread that says nothing in particular. */
export const LINE = { p50: 50, p95: 80, p99: 90 };

/** Figures of a cell, made up. */
export function madeFigures(changes: Partial<Figures> = {}): Figures {
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

/** A cell with them. */
export function madeCell(way: string, condition: string, changes: Partial<Figures> = {}, repeat = 0): Cell {
  return { repeat, condition, way, figures: madeFigures(changes) };
}

/** Rounds of a way. */
export function madeDuel(
  way: string,
  condition: string,
  wins: number,
  losses: number,
  repeat = 0,
): DuelCount {
  return { repeat, condition, way, wins, losses, draws: 1 };
}

/** Results of a run, made up: three ways on two lines, all alike, once. */
export function madeResults(changes: Partial<Results> = {}): Results {
  return {
    machine: { processor: "an abacus" },
    startedAt: "2026-01-01T00:00:00.000Z",
    seconds: 60,
    link: { kind: "packets", why: "" },
    plan: { seed: 1, repeats: 1, players: 8, windowS: 10, roomsAtOnce: 24 },
    ways: WAYS.filter(({ id }) => ["websocket", "webrtc", "sse"].includes(id)),
    conditions: CONDITIONS.filter(({ id }) => ["25ms", "loss-5"].includes(id)),
    leftOut: [],
    instruments: { playersLate: { median: 1, worst: 2 }, linkLate: { p50: 0.5, p99: 1 } },
    cells: ["25ms", "loss-5"].flatMap((condition) =>
      ["websocket", "webrtc", "sse"].map((way) => madeCell(way, condition)),
    ),
    duels: [],
    ...changes,
  };
}
