import { describe, expect, it } from "vitest";
import { CONDITIONS } from "#lab/transports/conditions.ts";
import { roomsOf } from "#lab/transports/duel/duels.ts";
import { parseRounds, roundsWanted } from "#lab/transports/duel/rounds-wanted.ts";
import type { Cell, DuelCount } from "#lab/transports/results.ts";
import { type Plan, type Task, tasksOf } from "#lab/transports/tasks.ts";
import { WAYS } from "#lab/transports/ways.ts";
import { madeFigures } from "./made-results.ts";

const KNOWN = { ways: WAYS.map(({ id }) => id), conditions: CONDITIONS.map(({ id }) => id) };

function rules(text: string) {
  return parseRounds("--duel-rounds", text, KNOWN);
}

function plan(changes: Partial<Plan> = {}): Plan {
  return {
    ways: WAYS.filter(({ id }) => ["websocket", "sse", "socket.io"].includes(id)),
    conditions: CONDITIONS.filter(({ id }) => ["25ms", "loss-5"].includes(id)),
    repeats: 2,
    tries: 3,
    duelRounds: [],
    ...changes,
  };
}

function say(task: Task): string {
  const about = `${task.repeat} ${task.condition.id}`;
  if (task.kind === "cell") return `${about} ${task.way.id}`;
  return `${about} duels ${[...task.missing].map(([{ id }, rounds]) => `${id} ${rounds}`).join(", ")}`;
}

const cell = (repeat: number, condition: string, way: string): Cell => ({
  ...{ repeat, condition, way },
  figures: madeFigures(),
});

const duel = (way: string, repeat: number, wins: number, losses: number, draws = 0): DuelCount => ({
  ...{ repeat, condition: "25ms", way },
  ...{ wins, losses, draws },
});

describe("the rounds of duels", () => {
  it("are those of the last rule that fits", () => {
    const all = rules("40,loss-5=200,sse=10,sse@loss-5=1000");
    const wanted = (way: string, condition: string) => roundsWanted(all, way, condition);
    expect(wanted("websocket", "25ms")).toBe(40);
    expect(wanted("websocket", "loss-5")).toBe(200);
    expect(wanted("sse", "25ms")).toBe(10);
    expect(wanted("sse", "loss-5")).toBe(1000);
  });

  it.each([
    ["many", 'found "many"'],
    ["-1", 'found "-1"'],
    ["sse=", 'found "sse="'],
    ["1.5", 'found "1.5"'],
    ["pigeon=4", '"pigeon" is neither a way (websocket'],
    ["sse@rain=4", '"sse@rain" is neither'],
    ["loss-5@sse=4", '"loss-5@sse" is neither'],
  ])("refuse %s", (text, message) => {
    expect(() => rules(text)).toThrow(message);
  });

  it("are fought in few rooms when they are few: else the quickest rounds alone would count", () => {
    expect(roomsOf(14, 7, 24)).toBe(3);
    expect(roomsOf(334, 1, 24)).toBe(24);
    expect(roomsOf(5, 7, 24)).toBe(1);
    expect(roomsOf(40, 7, 3)).toBe(1);
  });
});

describe("what is left to do", () => {
  it("is all of a run that begins, repeat by repeat, another way first each time, the control last", () => {
    const tasks = tasksOf(plan({ duelRounds: rules("40,loss-5=0") }), { cells: [], duels: [] });
    expect(tasks.map(say)).toEqual([
      ...["0 25ms websocket", "0 25ms sse", "0 25ms socket.io", "0 25ms duels websocket 20, sse 20"],
      ...["0 loss-5 websocket", "0 loss-5 sse", "0 loss-5 socket.io"],
      ...["1 25ms sse", "1 25ms websocket", "1 25ms socket.io", "1 25ms duels websocket 20, sse 20"],
      ...["1 loss-5 sse", "1 loss-5 websocket", "1 loss-5 socket.io"],
    ]);
  });

  it("leaves out what is known, and has again what failed", () => {
    const failed: Cell = { repeat: 0, condition: "25ms", way: "socket.io", failure: "It fell over." };
    const cells = [cell(0, "25ms", "websocket"), cell(0, "25ms", "sse"), failed, cell(0, "loss-5", "sse")];
    const tasks = tasksOf(plan({ repeats: 1 }), { cells, duels: [] });
    expect(tasks.map(say)).toEqual(["0 25ms socket.io", "0 loss-5 websocket", "0 loss-5 socket.io"]);
    const givenUp = cells.map((one) => ({ ...one, tries: 3 }));
    const left = tasksOf(plan({ repeats: 1 }), { cells: givenUp, duels: [] });
    expect(left.map(say)).toEqual(["0 loss-5 websocket", "0 loss-5 socket.io"]);
  });

  it("has the rounds that are missing, of who wants more without the others", () => {
    const cells = ["websocket", "sse", "socket.io"].map((way) => cell(0, "25ms", way));
    const duels = [duel("websocket", 0, 20, 18, 2), duel("sse", 0, 10, 20), duel("sse", 0, 3, 4, 3)];
    const known = { cells, duels };
    const only = { repeats: 1, conditions: plan().conditions.slice(0, 1) };
    const left = (text: string) => tasksOf(plan({ ...only, duelRounds: rules(text) }), known).map(say);
    expect(left("40")).toEqual([]);
    expect(left("50")).toEqual(["0 25ms duels websocket 10, sse 10"]);
    expect(left("40,sse=1000")).toEqual(["0 25ms duels sse 960"]);
  });
});
