import { describe, expect, it } from "vitest";
import { callOf } from "#client/session/calls.ts";
import type { GameEvent } from "#shared/simulation/types.ts";

const NAMES: Readonly<Record<string, string>> = { me: "Ann", bob: "Bob" };
const who = (id: string) => {
  const name = NAMES[id];
  return name === undefined ? undefined : { name, self: id === "me" };
};
const at = { tick: 1, x: 0, y: 0 } as const;

describe("what is called out", () => {
  it.each<[GameEvent, string, string]>([
    [{ type: "round", tick: 1, round: 2, phase: "begins", winner: "" }, "Round 2", "plain"],
    [{ type: "round", tick: 1, round: 2, phase: "over", winner: "me" }, "You win the round!", "good"],
    [{ type: "round", tick: 1, round: 2, phase: "over", winner: "bob" }, "Bob wins the round", "plain"],
    [{ type: "round", tick: 1, round: 2, phase: "over", winner: "" }, "Nobody wins the round", "plain"],
    [{ type: "crown", ...at, id: "me", by: "" }, "You have the crown!", "good"],
    [{ type: "crown", ...at, id: "bob", by: "me" }, "Bob has the crown", "bad"],
    [{ type: "crown", ...at, id: "bob", by: "" }, "Bob has the crown", "plain"],
    [{ type: "crown", ...at, id: "", by: "me" }, "The crown is free", "bad"],
    [{ type: "zone", ...at, zone: 1, phase: "soon" }, "The hill moves soon", "plain"],
    [{ type: "zone", ...at, zone: 1, phase: "now" }, "The hill moves", "plain"],
    [{ type: "sink", tick: 1, ring: 0, phase: 1 }, "The rim sinks!", "plain"],
    [{ type: "out", tick: 1, id: "me" }, "You are out", "bad"],
    [{ type: "out", tick: 1, id: "bob" }, "Bob is out", "plain"],
  ])("of %j", (event, words, tone) => {
    const call = callOf(event, who, 1);
    expect([call?.text(), call?.tone]).toEqual([words, tone]);
  });

  it.each([
    ["soon", "The hills move soon"],
    ["now", "The hills move"],
  ] as const)("of three zones that move %s", (phase, words) => {
    expect(callOf({ type: "zone", ...at, zone: 1, phase }, who, 3)?.text()).toBe(words);
  });

  it.each<GameEvent>([
    { type: "sink", tick: 1, ring: 0, phase: 2 },
    { type: "out", tick: 1, id: "who has left" },
    { type: "points", ...at, id: "me", team: -1, points: 1 },
    { type: "push", ...at, id: "me", aim: 0, charge: 0 },
  ])("is nothing of %j", (event) => {
    expect(callOf(event, who, 1)).toBeUndefined();
  });
});
