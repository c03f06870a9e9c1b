import { describe, expect, it } from "vitest";
import type { Arena } from "#shared/arena/arena.ts";
import { COMEBACK, HILL } from "#shared/mode-tunables.ts";
import { enterPhase } from "#shared/simulation/match.ts";
import { hill, stampedeHill } from "#shared/simulation/modes/hill.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { TICK_RATE, ticks } from "#shared/tunables.ts";
import { plain, run } from "../../../../support/worlds.ts";

const PLACES = [
  [6, 6],
  [20, 6],
  [6, 20],
  [20, 20],
] as const;
const ARENA: Arena = {
  ...plain(),
  marks: PLACES.map(([x, y]) => ({ kind: "zone" as const, x, y, team: -1 })),
};

function matchOf(mode = hill) {
  const world = createWorld(ARENA, { seed: 1, mode });
  const players = ["a", "b", "c", "d"].map((id) => addPlayer(world, id, id, false));
  enterPhase(world, "playing", () => {});
  for (const [i, player] of players.entries()) Object.assign(player, { x: 13 + i, y: 13, protectTicks: 0 });
  return { world, players: players as [Player, Player, Player, Player] };
}

const zonesOf = (world: World, kind = "zone") =>
  [...world.things.values()].filter((thing) => thing.kind === kind);

function zoneOf(world: World) {
  const [zone] = zonesOf(world);
  if (zone === undefined) throw new Error("There is no zone.");
  return zone;
}

describe("Hill", () => {
  it("brings a team a point for each second that it is alone in the zone, and its players there as well", () => {
    const { world, players } = matchOf();
    const [ann, bob, cyd] = players;
    const { x, y } = zoneOf(world);
    expect([ann.team, bob.team, cyd.team]).toEqual([0, 1, 0]);
    Object.assign(ann, { x, y });
    Object.assign(cyd, { x: x + 1.5, y });
    const events = run(world, 2 * TICK_RATE);
    expect(world.teamPoints).toEqual([2, 0]);
    expect([ann.points, bob.points, cyd.points]).toEqual([2, 0, 2]);
    expect(zoneOf(world).owner).toBe("0");
    expect(events.filter(({ type }) => type === "points")).toMatchObject([
      { team: 0, points: 1 },
      { team: 0, points: 1 },
    ]);
  });

  it("brings nobody anything while both teams are in the zone, or nobody is", () => {
    const { world, players } = matchOf();
    const [ann, bob] = players;
    const { x, y } = zoneOf(world);
    run(world, 2 * TICK_RATE);
    Object.assign(ann, { x: x - 1, y });
    Object.assign(bob, { x: x + 1, y });
    run(world, 2 * TICK_RATE);
    expect([world.teamPoints, zoneOf(world).owner]).toEqual([[0, 0], ""]);
    // Whoever flies over it is not in it.
    Object.assign(bob, { airTicks: 200 });
    run(world, TICK_RATE);
    expect(world.teamPoints).toEqual([1, 0]);
  });

  it("moves the zone to another place after a while, of which all are warned", () => {
    const { world } = matchOf();
    const before = { ...zoneOf(world) };
    const warned = run(world, ticks(HILL.stay - HILL.warning));
    const soon = warned.filter(({ type }) => type === "zone");
    expect(soon).toMatchObject([{ phase: "soon", zone: before.id }]);
    const [next] = zonesOf(world, "zone-next");
    expect(zoneOf(world)).toMatchObject({ x: before.x, y: before.y });
    const moved = run(world, ticks(HILL.warning));
    expect(moved.filter(({ type }) => type === "zone")).toMatchObject([{ phase: "now", zone: before.id }]);
    expect(zoneOf(world)).toMatchObject({ id: before.id, x: next?.x, y: next?.y });
    expect([zoneOf(world).x, zoneOf(world).y]).not.toEqual([before.x, before.y]);
    expect(zonesOf(world, "zone-next")).toEqual([]);
    // And again.
    run(world, ticks(HILL.stay));
    expect([zoneOf(world).x, zoneOf(world).y]).not.toEqual([next?.x, next?.y]);
  });

  it("leaves a zone where it is for which there is no other place", () => {
    const world = createWorld({ ...plain(), marks: [] }, { seed: 1, mode: hill });
    addPlayer(world, "a", "a", false);
    enterPhase(world, "playing", () => {});
    const before = { ...zoneOf(world) };
    run(world, ticks(HILL.stay) + 1);
    expect(zoneOf(world)).toMatchObject({ x: before.x, y: before.y });
  });

  it("has several zones for a crowd, never two at one place", () => {
    const { world } = matchOf(stampedeHill);
    for (let i = 0; i < 5; i++) {
      const zones = zonesOf(world);
      expect(zones.length).toBe(HILL.crowd.zones);
      expect(new Set(zones.map(({ x, y }) => `${x} ${y}`)).size).toBe(HILL.crowd.zones);
      run(world, ticks(HILL.crowd.stay));
    }
  });

  it("is won by the team that has enough points, or most when the time is up; by both when they have as many", () => {
    const decided = matchOf();
    decided.world.teamPoints = [3, HILL.goal];
    run(decided.world, 1);
    expect([decided.world.phase, decided.world.winners]).toEqual(["results", ["b", "d"]]);
    for (const [points, winners] of [
      [
        [5, 4],
        ["a", "c"],
      ],
      [
        [4, 4],
        ["a", "b", "c", "d"],
      ],
    ] as const) {
      const { world } = matchOf();
      world.teamPoints = [...points];
      world.phaseEndsTick = world.tick + 1;
      run(world, 1);
      expect([world.phase, world.winners]).toEqual(["results", winners]);
    }
  });

  it("counts more at the end for the team that is behind, so that no lead is too large", () => {
    const { world, players } = matchOf();
    const { x, y } = zoneOf(world);
    world.teamPoints = [50, 2];
    world.phaseEndsTick = world.tick + ticks(COMEBACK.time);
    Object.assign(players[1], { x, y });
    run(world, TICK_RATE);
    expect(world.teamPoints).toEqual([50, 2 + COMEBACK.factor]);
    Object.assign(players[1], { x: 13, y: 13 });
    Object.assign(players[0], { x, y });
    run(world, TICK_RATE);
    expect(world.teamPoints).toEqual([51, 2 + COMEBACK.factor]);
    expect(COMEBACK.time * COMEBACK.factor).toBeGreaterThanOrEqual(HILL.goal);
    const { zones, goal } = HILL.crowd;
    expect(COMEBACK.time * COMEBACK.factor * zones).toBeGreaterThanOrEqual(goal);
  });
});
