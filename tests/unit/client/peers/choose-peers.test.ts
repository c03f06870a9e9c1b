import { describe, expect, it } from "vitest";
import { choosePeers } from "#client/peers/choose-peers.ts";
import { loudnessAt } from "#client/peers/loudness.ts";
import { MAX_VOICES } from "#shared/voice.ts";

const NAMES = ["b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];

/** The choice of somebody called "a" whose teams and distances are these. */
function choice({
  distances = {} as Record<string, number>,
  teams = {} as Record<string, number>,
  teamOnly = [] as string[],
  members = [] as string[],
  names = NAMES,
}) {
  const talker = (id: string) => ({ id, team: teamOnly.includes(id) });
  return [
    ...choosePeers({
      self: talker("a"),
      others: ["a", ...names].map(talker),
      isMate: (id) => teams[id] === teams.a,
      distanceTo: (id) => distances[id],
      members: new Set(members),
    }),
  ];
}

describe("whom one is connected with", () => {
  it("is the nearest, so many and not oneself; whoever is out of sight comes last", () => {
    const distances = Object.fromEntries(NAMES.slice(2).map((id, i) => [id, 20 - i]));
    expect(choice({ distances })).toEqual(["k", "j", "i", "h", "g", "f", "e", "d"]);
    expect(choice({ distances }).length).toBe(MAX_VOICES);
    expect(choice({})).toEqual(NAMES.slice(0, MAX_VOICES));
  });

  it("does not change for somebody who is only a little nearer", () => {
    const members = NAMES.slice(0, MAX_VOICES);
    const around = Object.fromEntries(members.map((id) => [id, 10]));
    expect(new Set(choice({ members, distances: { ...around, k: 8 } }))).toEqual(new Set(members));
    expect(choice({ members, distances: { ...around, k: 7 } })[0]).toBe("k");
  });

  it("is of the own team when either of two wants that", () => {
    const teams = { a: 0, b: 0, c: 1, d: 1 };
    const names = ["b", "c", "d"];
    expect(choice({ names, teams })).toEqual(["b", "c", "d"]);
    expect(choice({ names, teams, teamOnly: ["c"] })).toEqual(["b", "d"]);
    expect(choice({ names, teams, teamOnly: ["a"] })).toEqual(["b"]);
    expect(choice({ names, teams, teamOnly: ["b"] })).toEqual(["b", "c", "d"]);
  });
});

describe("how loud somebody is", () => {
  it("falls with the distance, from all to nothing", () => {
    expect([0, 4, 12, 20, 90].map(loudnessAt)).toEqual([1, 1, 0.25, 0, 0]);
    expect(loudnessAt(undefined)).toBe(0);
  });
});
