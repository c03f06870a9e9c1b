import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enterPhase } from "#shared/simulation/match.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { areEven, evenOut, maySwitch, switchTeam, teamSizes } from "#shared/simulation/modes/teams.ts";
import type { MatchPhase, Player } from "#shared/simulation/types.ts";
import { addPlayer, createWorld, removePlayer } from "#shared/simulation/world.ts";
import { plain, run, tap, worldWith } from "../../../../support/worlds.ts";

const SIDES: Mode = { ...brawl, id: "sides", teams: 2 };
const ARENA = plain();

function worldOf(...who: ("bot" | "person")[]) {
  const world = createWorld(ARENA, { seed: 1, mode: SIDES, lobby: true });
  const players = who.map((kind, i) => addPlayer(world, `${i}`, `${i}`, kind === "bot"));
  return { world, players };
}

describe("teams", () => {
  it("are evened out by moving bots first, of those who came last", () => {
    const { world, players } = worldOf("bot", "person", "bot", "person", "bot");
    for (const player of players) player.team = 0;
    expect(evenOut(world).map(({ id }) => id)).toEqual(["4", "2"]);
    for (const player of players) player.team = player.bot ? 0 : 1;
    expect(evenOut(world)).toEqual([]);
    for (const player of players) player.team = player.bot ? 1 : 0;
    removePlayer(world, "4");
    removePlayer(world, "2");
    expect(evenOut(world)).toEqual([]);
    expect(teamSizes(world)).toEqual([2, 1]);
  });

  it("stay within one of each other whoever comes, goes and changes sides between matches", () => {
    const deed = fc.tuple(
      fc.constantFrom("bot", "person", "leave", "switch", "lobby", "countdown", "playing", "results"),
      fc.nat(20),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), fc.integer({ min: 2, max: 4 }), (story, teams) => {
        const world = createWorld(ARENA, { seed: 1, mode: { ...SIDES, teams }, lobby: true });
        let came = 0;
        for (const [what, who] of story) {
          const player = [...world.players.values()][who % Math.max(1, world.players.size)];
          if (what === "bot" || what === "person") addPlayer(world, `${came++}`, "", what === "bot");
          else if (what === "leave" && player !== undefined) removePlayer(world, player.id);
          else if (what === "switch") {
            if (player !== undefined && world.phase === "lobby" && maySwitch(world, player))
              switchTeam(world, player);
          } else if (what !== "leave") enterPhase(world, what as MatchPhase, () => {});
          if (world.phase === "lobby" || world.phase === "countdown")
            expect(areEven(teamSizes(world)), `${teamSizes(world)}`).toBe(true);
        }
        enterPhase(world, "countdown", () => {});
        expect(areEven(teamSizes(world))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("let somebody change sides while they stay even, or a bot comes back", () => {
    const alone = worldOf("person", "person");
    expect(maySwitch(alone.world, alone.players[0] as Player)).toBe(false);
    const three = worldOf("person", "person", "person");
    expect(three.players.map(({ team }) => team)).toEqual([0, 1, 0]);
    expect(maySwitch(three.world, three.players[1] as Player)).toBe(false);
    expect(maySwitch(three.world, three.players[0] as Player)).toBe(true);
    switchTeam(three.world, three.players[0] as Player);
    expect(teamSizes(three.world)).toEqual([1, 2]);
    const mixed = worldOf("person", "bot", "person", "bot");
    const [ann] = mixed.players as [Player];
    expect(maySwitch(mixed.world, ann)).toBe(true);
    switchTeam(mixed.world, ann);
    expect(mixed.players.map(({ team }) => team)).toEqual([1, 1, 0, 0]);
  });
});

describe("a push of a mate", () => {
  it("moves them as if they had no wobble, adds none, and earns nothing", () => {
    const hit = (teams: [number, number], wobble: number) => {
      const { world, players } = worldWith(ARENA, [10, 14], [11.5, 14], [4, 4]);
      const [ann, bob, cyd] = players;
      world.mode = SIDES;
      Object.assign(ann, { team: teams[0] });
      Object.assign(bob, { team: teams[1], wobble, lastHitBy: cyd.id, lastHitTick: world.tick });
      tap(world, "a", 0);
      return bob;
    };
    const [mate, wobbly, foe] = [hit([0, 0], 0), hit([0, 0], 100), hit([0, 1], 100)];
    expect(mate.vx).toBeGreaterThan(3);
    expect(wobbly.vx).toBe(mate.vx);
    expect(foe.vx).toBeGreaterThan(mate.vx * 1.3);
    expect([mate.wobble, wobbly.wobble, foe.wobble > 100]).toEqual([0, 100, true]);
    // Whoever of the others pushed before still gets the knock-out.
    expect([mate.lastHitBy, foe.lastHitBy]).toEqual(["c", "a"]);
  });

  it("brings no knock-out", () => {
    const { world, players } = worldWith(ARENA, [23, 14], [24.5, 14]);
    world.mode = SIDES;
    for (const player of players) player.team = 1;
    tap(world, "a", 0);
    run(world, 100);
    Object.assign(players[1], { x: -2, y: -2 });
    run(world, 10);
    expect([players[0].knockouts, players[1].falls, players[1].selfKnockouts]).toEqual([0, 1, 1]);
  });
});
