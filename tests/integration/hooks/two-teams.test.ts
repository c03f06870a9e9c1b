import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { areMates } from "#shared/simulation/mates.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { addMode } from "#shared/simulation/modes/table.ts";
import type { World } from "#shared/simulation/types.ts";
import { createRoom, joinRoom, startGame, type TestPlayer } from "../../support/game.ts";

/** The middle of the meadow (tiles). */
const MIDDLE = 15;
/** Knock-outs that decide a match. */
const ENOUGH = 1;

function scoreOf({ players }: World, team: number): number {
  return [...players.values()]
    .filter((player) => player.team === team)
    .reduce((sum, player) => sum + player.knockouts, 0);
}

/** Two teams, west against east: mates cannot push each other, and a team's knock-outs count together. */
const sides: Mode = {
  ...brawl,
  id: "sides",
  name: "Sides",
  teams: 2,
  mayHit: ({ mode }, attacker, victim) => !areMates(mode, attacker, victim),
  spawnsFor({ arena }, { team }) {
    const isWest = ({ x }: { x: number }) => x < arena.width / 2;
    return arena.spawns.filter((spawn) => isWest(spawn) === (team === 0));
  },
  isDecided: (world) => [0, 1].some((team) => scoreOf(world, team) >= ENOUGH),
  result(world) {
    const [west, east] = [scoreOf(world, 0), scoreOf(world, 1)];
    return [...world.players.values()]
      .filter(({ team }) => west === east || (team === 0) === west > east)
      .map(({ id }) => id);
  },
};

describe("a mode with two teams, in one file", () => {
  let server: GameServer;
  let world: World | undefined;
  beforeAll(async () => {
    addMode(sides);
    server = await startGame({}, { onStep: (stepped) => (world = stepped) });
  });
  afterAll(() => server.stop());

  it("runs in a real room: teams, spawns, who may hit whom, and who has won", async () => {
    const ann = await createRoom(server, { mode: "sides", arena: "meadow", name: "Ann" });
    const others: TestPlayer[] = [];
    for (const name of ["Bob", "Cyd", "Dan"]) others.push(await joinRoom(server, ann.room.roomId, { name }));
    await ann.until("four seats", (state) => state.seats.size === 4);
    const { state } = ann.room;
    expect(state.mode).toBe("sides");
    expect([...state.seats.values()].map(({ team }) => team)).toEqual([0, 1, 0, 1]);
    for (const [id, { team }] of state.seats) {
      const x = state.players.get(id)?.x ?? Number.NaN;
      expect(x < MIDDLE ? 0 : 1, `the side of team ${team}`).toBe(team);
    }
    await ann.until("the match", ({ phase }) => phase === "playing");
    const bob = world?.players.get(others[0]?.room.sessionId ?? "");
    if (world === undefined || bob === undefined) throw new Error("There is no such world.");
    // Ann has pushed him over the edge.
    Object.assign(bob, {
      x: -2,
      y: -2,
      protectTicks: 0,
      lastHitBy: ann.room.sessionId,
      lastHitTick: world.tick,
    });
    await ann.until("the end", ({ phase, winners }) => phase === "results" && winners.length > 0);
    expect([...state.winners].map((id) => state.seats.get(id)?.name)).toEqual(["Ann", "Cyd"]);
    for (const player of [ann, ...others]) await player.leave();
  });
});
