import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { COMEBACK, KING } from "#shared/mode-tunables.ts";
import { enterPhase } from "#shared/simulation/match.ts";
import { king } from "#shared/simulation/modes/king.ts";
import { crownOf } from "#shared/simulation/things/crown.ts";
import type { GameEvent, Player, World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld, removePlayer } from "#shared/simulation/world.ts";
import { TICK_RATE, ticks } from "#shared/tunables.ts";
import { run } from "../../../../support/worlds.ts";

const PLACE = { x: 10.5, y: 3.5 };
const ARENA: Arena = {
  ...drawArena(...Array.from({ length: 7 }, () => "...S.............S...")),
  marks: [{ kind: "crown", ...PLACE, team: -1 }],
};

function matchOf(count: number) {
  const world = createWorld(ARENA, { seed: 1, mode: king });
  const players = Array.from({ length: count }, (_, i) => addPlayer(world, `${i}`, `${i}`, false));
  enterPhase(world, "playing", () => {});
  for (const [i, player] of players.entries())
    Object.assign(player, { x: 2 + i, y: 1, vx: 0, vy: 0, protectTicks: 0 });
  return { world, players };
}

function crownIn(world: World) {
  const crown = crownOf(world);
  if (crown === undefined) throw new Error("There is no crown.");
  return crown;
}

/** Puts somebody over the void, pushed by somebody else a moment ago, and lets them fall. */
function pushOff(world: World, victim: Player, by?: Player): GameEvent[] {
  Object.assign(victim, { x: -2, y: -2, lastHitBy: by?.id ?? "", lastHitTick: world.tick });
  return run(world, 6);
}

describe("the crown", () => {
  it("lies at its place until somebody touches it, and then is theirs", () => {
    const { world, players } = matchOf(2);
    const [ann] = players as [Player];
    run(world, 10);
    expect(crownIn(world)).toMatchObject({ owner: "" });
    Object.assign(ann, { x: PLACE.x + KING.reach / 2, y: PLACE.y });
    const events = run(world, 1);
    expect(crownIn(world).owner).toBe(ann.id);
    expect(events.filter(({ type }) => type === "crown")).toMatchObject([{ id: ann.id, by: "" }]);
  });

  it("brings a point for each whole second, and none for a part of one", () => {
    const { world, players } = matchOf(2);
    const [ann, bob] = players as [Player, Player];
    crownIn(world).owner = ann.id;
    run(world, 2 * TICK_RATE + 10);
    expect([ann.points, bob.points]).toEqual([2, 0]);
    pushOff(world, ann, bob);
    run(world, TICK_RATE - 10);
    expect([ann.points, bob.points]).toEqual([2, 0]);
    run(world, 10);
    expect(bob.points).toBe(1);
  });

  it("goes to whoever pushes its bearer off, and back to its place after a fall of their own", () => {
    const { world, players } = matchOf(3);
    const [ann, bob] = players as [Player, Player];
    crownIn(world).owner = ann.id;
    const events = pushOff(world, ann, bob);
    expect(crownIn(world).owner).toBe(bob.id);
    expect(events.filter(({ type }) => type === "crown")).toMatchObject([{ id: bob.id, by: ann.id }]);
    pushOff(world, bob);
    const crown = crownIn(world);
    expect(crown.owner).toBe("");
    expect(Math.hypot(crown.x - PLACE.x, crown.y - PLACE.y)).toBeLessThan(0.01);
  });

  it("goes to nobody who falls along", () => {
    const { world, players } = matchOf(3);
    const [ann, bob] = players as [Player, Player];
    crownIn(world).owner = ann.id;
    Object.assign(bob, { x: -3, y: -2 });
    pushOff(world, ann, bob);
    expect(crownIn(world).owner).toBe("");
  });

  it("is back at its place when its bearer leaves, and in the next match", () => {
    const { world, players } = matchOf(2);
    const [ann, bob] = players as [Player, Player];
    crownIn(world).owner = ann.id;
    removePlayer(world, ann.id);
    run(world, 1);
    expect(crownIn(world).owner).toBe("");
    crownIn(world).owner = bob.id;
    enterPhase(world, "countdown", () => {});
    expect(crownIn(world).owner).toBe("");
  });

  it("ends the match when somebody has borne it long enough, who has won", () => {
    const { world, players } = matchOf(2);
    const [ann] = players as [Player];
    ann.points = KING.goal - 1;
    crownIn(world).owner = ann.id;
    run(world, TICK_RATE + 1);
    expect([world.phase, world.winners]).toEqual(["results", [ann.id]]);
  });

  it("counts more at the end for whoever is behind, so that nobody is out of reach", () => {
    const { world, players } = matchOf(2);
    const [ann, bob] = players as [Player, Player];
    Object.assign(bob, { points: 50 });
    world.phaseEndsTick = world.tick + ticks(COMEBACK.time);
    crownIn(world).owner = ann.id;
    run(world, TICK_RATE);
    expect(ann.points).toBe(COMEBACK.factor);
    crownIn(world).owner = bob.id;
    run(world, TICK_RATE);
    expect(bob.points).toBe(51);
    // No lead that is not a win already lasts if somebody else bears the crown all the time.
    expect(COMEBACK.time * COMEBACK.factor).toBeGreaterThanOrEqual(KING.goal);
  });

  it("is on exactly one head or lies at one place, whatever happens", () => {
    const what = fc.constantFrom(
      "take",
      "fall",
      "push",
      "leave",
      "join",
      "wait",
      "countdown",
      "results",
      "playing",
    );
    const who = fc.nat(5);
    fc.assert(
      fc.property(fc.array(fc.tuple(what, who, who), { maxLength: 40 }), (story) => {
        const { world } = matchOf(3);
        let joined = 3;
        for (const [deed, one, other] of story) {
          const players = [...world.players.values()];
          const [a, b] = [players[one % players.length], players[other % players.length]];
          if (deed === "take" && a !== undefined) Object.assign(a, PLACE);
          else if (deed === "fall" && a !== undefined) Object.assign(a, { x: -2, y: -2, lastHitBy: "" });
          else if (deed === "push" && a !== undefined && b !== undefined)
            Object.assign(a, { x: -2, y: -2, lastHitBy: b.id, lastHitTick: world.tick });
          else if (deed === "leave" && a !== undefined) removePlayer(world, a.id);
          else if (deed === "join" && players.length < 6) addPlayer(world, `${joined++}`, "", false);
          else if (deed === "countdown" || deed === "results" || deed === "playing")
            enterPhase(world, deed, () => {});
          run(world, 7);
          const crowns = [...world.things.values()].filter(({ kind }) => kind === "crown");
          expect(crowns.length).toBe(1);
          const [crown] = crowns;
          expect(crown?.owner === "" || world.players.has(crown?.owner ?? "")).toBe(true);
          expect(Math.hypot((crown?.x ?? 0) - PLACE.x, (crown?.y ?? 0) - PLACE.y)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 60 },
    );
  });
});
