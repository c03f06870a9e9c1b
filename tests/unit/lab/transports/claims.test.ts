import { describe, expect, it } from "vitest";
import { CONDITIONS } from "#lab/transports/conditions.ts";
import { claimsOf } from "#lab/transports/report/claims.ts";
import { compare } from "#lab/transports/report/compare.ts";
import { whenPollingIsEnough, whereDatagramsWin } from "#lab/transports/report/findings.ts";
import { underLoss, whatAutoDoes } from "#lab/transports/report/under-loss.ts";
import type { Cell, DuelCount, Figures, Results } from "#lab/transports/results.ts";
import { WAYS } from "#lab/transports/ways.ts";
import { LINE, madeCell, madeDuel, madeFigures, madeResults } from "./made-results.ts";

const [HOME] = CONDITIONS.filter(({ id }) => id === "25ms");
if (HOME === undefined) throw new Error("There is no 25ms.");
const home = HOME;
const { wire } = madeFigures();

/** Three repeats that are nearly alike. */
function thrice(way: string, condition: string, changes: (repeat: number) => Partial<Figures>): Cell[] {
  return [0, 1, 2].map((repeat) => madeCell(way, condition, changes(repeat), repeat));
}

function run(cells: Cell[], duels: DuelCount[] = []): Results {
  return madeResults({ ways: [...WAYS], cells, duels });
}

const acked = (p50: number) => (repeat: number) => ({ inputToAck: { ...LINE, p50: p50 + repeat } });
const aged = (p50: number) => (repeat: number) => ({ age: { ...LINE, p50: p50 + repeat } });
const old = (p99: number) => (repeat: number) => ({ age: { ...LINE, p99: p99 + repeat } });
const dry =
  (share: number, p99 = 90) =>
  (repeat: number) => ({
    dry: share + repeat / 10_000,
    starved: 0.01,
    age: { ...LINE, p99 },
  });
const heavy = (bytes: number) => () => (wire === undefined ? {} : { wire: { ...wire, down: bytes, up: 0 } });

function verdict(start: string, cells: Cell[], duels: DuelCount[] = []): string {
  const claim = claimsOf(run(cells, duels), home).find((one) => one.claim.startsWith(start));
  if (claim === undefined) throw new Error(`Nothing is said of "${start}".`);
  return claim.verdict;
}

describe("a comparison of two ways", () => {
  const stands = (ours: number[], theirs: number[]) => {
    const cells = [
      ...ours.map((cpu, repeat) => madeCell("sse", "25ms", { serverCpu: cpu }, repeat)),
      ...theirs.map((cpu, repeat) => madeCell("websocket", "25ms", { serverCpu: cpu }, repeat)),
    ];
    return compare(run(cells), "25ms", ["sse", "websocket"], ({ serverCpu }) => serverCpu);
  };

  it("tells a difference only when all repeats agree, and when it is clear", () => {
    expect(stands([10, 11, 12], [20, 21, 22])).toBe("less");
    expect(stands([20, 21, 22], [10, 11, 12])).toBe("more");
    expect(stands([10, 11, 21], [20, 21, 22])).toBe("level");
    expect(stands([20, 20.1, 20.2], [21, 21.1, 21.2])).toBe("level");
    expect(stands([], [1])).toBeUndefined();
  });
});

describe("the sentence for a claim", () => {
  it("follows input to ack of events", () => {
    const cells = (sse: number) => [
      ...thrice("websocket", "25ms", acked(84)),
      ...thrice("sse", "25ms", acked(sse)),
    ];
    expect(verdict("Server-sent", cells(155))).toContain("Confirmed");
    expect(verdict("Server-sent", cells(86))).toContain("Not confirmed here: the requests kept up");
  });

  it("follows the ages", () => {
    const cells = (sse: number, held: number, asked: number) => [
      ...thrice("websocket", "25ms", aged(48)),
      ...thrice("sse", "25ms", aged(sse)),
      ...thrice("long-polling", "25ms", aged(held)),
      ...thrice("polling", "25ms", aged(asked)),
    ];
    expect(verdict("Only a", cells(48, 74, 97))).toBe(
      "Corrected: a stream of events is as quick downwards; long polling loses a round trip between two answers and polling its period.",
    );
    expect(verdict("Only a", cells(48, 50, 97))).toContain("as quick downwards; polling its period");
    expect(verdict("Only a", cells(48, 50, 51))).toContain("and the others bring it no later");
    expect(verdict("Only a", cells(90, 95, 97))).toBe("Confirmed.");
  });

  it("follows the bytes", () => {
    const cells = (held: number) => [
      ...thrice("websocket", "25ms", heavy(240)),
      ...thrice("long-polling", "25ms", heavy(held)),
    ];
    expect(verdict("A WebSocket message", cells(700))).toContain("Confirmed in kind");
    expect(verdict("A WebSocket message", cells(245))).toBe("Not confirmed here.");
  });

  it("follows who can still win a round, and names the order by the figures", () => {
    const cells = (sse: number, held: number) => [
      ...thrice("websocket", "25ms", acked(84)),
      ...thrice("sse", "25ms", acked(sse)),
      ...thrice("long-polling", "25ms", acked(held)),
    ];
    expect(verdict("Where WebSocket is blocked", cells(155, 170))).toMatch(
      /stays playable.*sse and long-polling/,
    );
    expect(verdict("Where WebSocket is blocked", cells(170, 155))).toMatch(/long-polling and sse/);
    const beaten = [madeDuel("sse", "25ms", 10, 190), madeDuel("long-polling", "25ms", 90, 110)];
    expect(verdict("Where WebSocket is blocked", cells(155, 170), beaten)).toContain(
      "Not confirmed for sse, whose",
    );
  });

  it("follows the order of what came", () => {
    const cells = (disorder: number) => thrice("websocket", "25ms", () => ({ disorder }));
    expect(verdict("A WebSocket delivers", cells(0))).toContain("Confirmed");
    expect(verdict("A WebSocket delivers", cells(1))).toContain("Not confirmed");
  });
});

describe("what is said of datagrams", () => {
  const at = (socket: number, datagrams: number, duels: DuelCount[] = []) => {
    const cells = [
      ...thrice("websocket", "loss-5", old(socket)),
      ...thrice("webrtc", "loss-5", old(datagrams)),
    ];
    return whereDatagramsWin(run(cells, duels), home);
  };

  it("follows the ages under loss", () => {
    expect(at(240, 99)).toContain("is younger over WebRTC at 25 ms and 5 % loss");
    expect(at(99, 240)).toContain("older at 25 ms and 5 % loss");
    expect(at(99, 99)).toContain("no difference can be told at 25 ms and 5 % loss");
  });

  it("follows the rounds", () => {
    const duel = (wins: number, losses: number) => [madeDuel("webrtc", "loss-5", wins, losses)];
    expect(at(240, 99, duel(120, 80))).toContain("of the rounds, more than half");
    expect(at(240, 99, duel(80, 120))).toContain("of the rounds, less than half");
    expect(at(240, 99, duel(101, 99))).toContain("which is not to be told from half");
  });
});

describe("what is said of rare polling", () => {
  it("follows what it saves", () => {
    const cells = (slow: number) => [
      ...thrice("websocket", "25ms", heavy(240)),
      ...thrice("polling", "25ms", heavy(280)),
      ...thrice("polling-1s", "25ms", heavy(slow)),
    ];
    expect(whenPollingIsEnough(run(cells(75)), home)).toContain(
      "It takes fewer bytes the more rarely it asks",
    );
    expect(whenPollingIsEnough(run(cells(280)), home)).toContain("does not show here");
  });
});

describe("what is said of frames that run dry", () => {
  it("follows their share", () => {
    const said = (socket: number, datagrams: number) =>
      underLoss(
        run([...thrice("websocket", "loss-5", dry(socket)), ...thrice("webrtc", "loss-5", dry(datagrams))]),
      );
    expect(said(0.06, 0.004)).toContain("datagrams are smoother");
    expect(said(0.004, 0.06)).toContain("datagrams are rougher");
    expect(said(0.004, 0.004)).toContain("no difference can be told");
    expect(said(0.06, 0.004)).toContain("| 25 ms and 5 % loss: websocket | 6.0 % | 1.0 % |");
  });

  it("is nothing where nobody counted", () => {
    expect(underLoss(run(thrice("websocket", "loss-5", () => ({}))))).toContain("did not count");
  });
});

describe("what is said of the choice by itself", () => {
  const said = (auto: Cell[]) =>
    whatAutoDoes(
      run([
        ...thrice("websocket", "loss-5", dry(0.06, 240)),
        ...thrice("webrtc", "loss-5", dry(0.004, 100)),
        ...thrice("websocket", "25ms", heavy(300)),
        ...auto,
      ]),
    );

  it("holds it to a third of the dry frames and to the age of datagrams", () => {
    const good = said(thrice("auto", "loss-5", dry(0.01, 110)));
    expect(good).toContain("under a third of it");
    expect(good).toContain("1.10 times that of WebRTC: within 1.2");
    const bad = said(thrice("auto", "loss-5", dry(0.03, 130)));
    expect(bad).toContain("not under a third of it");
    expect(bad).toContain("1.30 times that of WebRTC: not within 1.2");
  });

  it("holds it to the bytes of WebSocket on a line that loses nothing", () => {
    expect(said(thrice("auto", "25ms", heavy(303)))).toContain("1.0 % more bytes than WebSocket, as wanted");
    expect(said(thrice("auto", "25ms", heavy(330)))).toContain("more bytes than WebSocket, more than wanted");
  });

  it("says where players went, and how often", () => {
    const moved = () => ({ ...dry(0.01)(0), carriers: { webrtc: 6, websocket: 2 }, moves: 6 });
    expect(said(thrice("auto", "loss-5", moved))).toContain(
      "at the end 75 % of the players on webrtc and 25 % of the players on websocket, after 0.8 moves each",
    );
  });

  it("is nothing for a run without it", () => {
    expect(whatAutoDoes(madeResults())).toBeUndefined();
  });
});
