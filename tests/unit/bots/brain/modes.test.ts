import { describe, expect, it } from "vitest";
import { createBrain } from "#bots/brain/brain.ts";
import { viewOf } from "#bots/brain/view.ts";
import { loadArena, playMatch } from "#lab/bench/tournament.ts";
import { LAST } from "#shared/mode-tunables.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { areEven, teamSizes } from "#shared/simulation/modes/teams.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT } from "#shared/tunables.ts";
import { NIGHTLY } from "../../../support/nightly.ts";

const MEADOW = loadArena("meadow");
const BOTS = 6;
/** Length (s) of matches in which it is enough that they are played: seconds of a test are dear. */
const LENGTH = 8;

/** Plays a match of bots to its end, of `seconds` at most. Returns its world, all that happened, and how it went second by second. */
function play(mode: string, seconds: number, seed: number, bots = BOTS) {
  const world = createWorld(MEADOW, { seed, mode, timeLimit: seconds });
  const brains = Array.from({ length: bots }, (_, seat) => {
    addPlayer(world, `bot${seat}`, "", true);
    return createBrain("normal", seed * 31 + seat);
  });
  const events: GameEvent[] = [];
  const hashes: number[] = [];
  while (world.phase !== "results") {
    const inputs = [...world.players.values()].map((player, seat) => {
      const input = brains[seat]?.think(viewOf(world, player));
      return [player.id, input === undefined ? [] : [{ ...input }]] as const;
    });
    events.push(...step(world, { inputs: new Map(inputs) }, DT));
    if (world.tick % 50 === 0) hashes.push(hashWorld(world));
  }
  return { world, events, hashes };
}

describe.each(modesFor(MEADOW))("bots in %s", (id) => {
  it("play the same match again from the same seed, to its end, and somebody has won", {
    timeout: 60_000,
  }, () => {
    const { world, events, hashes } = play(id, LENGTH, 5, 4);
    expect(world.winners.length).toBeGreaterThan(0);
    expect(hashes.length).toBeGreaterThan(LENGTH);
    expect(play(id, LENGTH, 5, 4).hashes).toEqual(hashes);
    expect(events.some(({ type }) => type === "hit")).toBe(true);
    if (modeOf(id).teams !== undefined) expect(areEven(teamSizes(world))).toBe(true);
  });
});

describe.runIf(NIGHTLY)("bots", { timeout: 60_000 }, () => {
  it("take the crown, and take it from each other", () => {
    const { world, events } = play("king", 60, 2);
    const bearers = new Set(events.flatMap((event) => (event.type === "crown" ? [event.id] : [])));
    expect(bearers.size).toBeGreaterThan(2);
    const points = [...world.players.values()].reduce((sum, player) => sum + player.points, 0);
    expect(points).toBeGreaterThan(20);
  });

  it("hold the hill, both teams of them", () => {
    const { world } = play("hill", 60, 3);
    expect(Math.min(...world.teamPoints)).toBeGreaterThan(0);
  });

  it("play rounds until somebody has won enough, and few fall with the rim", () => {
    const { world, events } = play("last", 300, 4);
    const over = events.filter((event) => event.type === "round" && event.phase === "over");
    expect(over.length).toBeGreaterThan(1);
    expect(Math.max(...[...world.players.values()].map(({ points }) => points))).toBeGreaterThan(0);
    const falls = events.filter((event) => event.type === "fall");
    const alone = falls.filter((event) => event.type === "fall" && event.by === "");
    expect(falls.length).toBeGreaterThan(BOTS * (LAST.lives - 1));
    // Over four matches it is one in seventy; a single match may stray.
    expect(alone.length / falls.length).toBeLessThan(0.2);
  });

  it("are counted by the rules of the mode in a tournament", () => {
    const { contestants, seconds } = playMatch({
      ...{ arena: MEADOW, mode: "king", skills: ["normal", "easy", "easy"], seed: 1, seconds: 40 },
    });
    const [first, ...others] = contestants;
    for (const other of others) expect(first?.points).toBeGreaterThanOrEqual(other.points);
    expect(seconds).toBeLessThanOrEqual(40);
  });
});
