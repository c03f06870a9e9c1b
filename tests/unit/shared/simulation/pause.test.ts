import { describe, expect, it } from "vitest";
import { BODY_FIELD_NAMES } from "#shared/simulation/body-fields.ts";
import { enterPhase } from "#shared/simulation/match.ts";
import { isStill, PAUSED, pauseWorld, resumeWorld } from "#shared/simulation/pause.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import type { GameEvent, World } from "#shared/simulation/types.ts";
import { FALL, MATCH, ticks } from "#shared/tunables.ts";
import { plain, run, worldWith } from "../../../support/worlds.ts";

const COUNTDOWN = ticks(MATCH.resumeCountdown);

function bodies(world: World): number[][] {
  return [...world.players.values()].map((player) => BODY_FIELD_NAMES.map((name) => player[name]));
}

function scene() {
  const { world, players } = worldWith(plain(), [23.5, 5], [24.7, 5]);
  return { world, players };
}

describe("a match that is paused", () => {
  it("stands still whatever anybody does, while time goes on", () => {
    const { world } = scene();
    run(world, 20, { a: { moveX: 1 }, b: { moveY: 1 } });
    pauseWorld(world);
    const before = bodies(world);
    const left = world.phaseEndsTick - world.tick;
    expect(run(world, 100, { a: { moveX: 1, push: true }, b: { dash: true, moveX: -1 } })).toEqual([]);
    expect(bodies(world)).toEqual(before);
    expect(world.tick).toBe(120);
    expect(world.phaseEndsTick - world.tick).toBe(left);
  });

  it("goes on after a countdown, as if there had been no pause", () => {
    const play = (world: World, from: number, to: number): GameEvent[] => {
      const all: GameEvent[] = [];
      for (let tick = from; tick < to; tick++) {
        all.push(
          ...run(world, 1, { a: { aim: 0, push: tick % 60 < 45, moveX: 0.2 }, b: { moveX: -1, aim: 3 } }),
        );
      }
      return all;
    };
    const [paused, other] = [scene().world, scene().world];
    play(paused, 0, 50);
    const wait = 70;
    pauseWorld(paused);
    run(paused, wait);
    resumeWorld(paused);
    expect(paused.resumesAt).toBe(paused.tick + COUNTDOWN);
    run(paused, COUNTDOWN - 1, { a: { moveX: 1 } });
    const late = play(paused, 50, 300);
    play(other, 0, 50);
    const due = play(other, 50, 300);
    const shift = wait + COUNTDOWN - 1;
    expect(late.some(({ type }) => type === "fall")).toBe(true);
    expect(late.map((event) => ({ ...event, tick: event.tick - shift }))).toEqual(due);
    expect(bodies(paused)).toEqual(bodies(other));
    expect([paused.tick - shift, paused.resumesAt]).toEqual([other.tick, 0]);
  });

  it("keeps who pushed whom for as long as if there had been no pause", () => {
    const { world, players } = scene();
    Object.assign(players[1], { lastHitBy: "a", lastHitTick: world.tick });
    pauseWorld(world);
    run(world, 10 * ticks(FALL.creditTime));
    resumeWorld(world);
    run(world, COUNTDOWN);
    Object.assign(players[1], { x: -3, y: -3 });
    expect(run(world, 20)).toContainEqual(expect.objectContaining({ type: "fall", id: "b", by: "a" }));
  });

  it("keeps things for as long, and makes blows final that could still be answered", () => {
    const { world } = scene();
    const thing = addThing(world, { kind: "ball", x: 3, y: 3, owner: "", until: 50 });
    run(world, 42, { a: { push: true, aim: 0 } });
    run(world, 1, { a: { aim: 0 } });
    expect(world.openBlows.size).toBe(1);
    pauseWorld(world);
    expect(world.openBlows.size).toBe(0);
    run(world, 500);
    expect([world.things.has(thing.id), thing.until]).toEqual([true, 550]);
  });

  it("may be paused again while it is about to go on, and is not when it goes on to another phase", () => {
    const { world } = scene();
    pauseWorld(world);
    resumeWorld(world);
    run(world, 10);
    pauseWorld(world);
    run(world, COUNTDOWN + 10);
    expect(world.resumesAt).toBe(PAUSED);
    enterPhase(world, "results", () => {});
    expect(world.resumesAt).toBe(0);
  });

  it("does not go on when nobody paused it", () => {
    const { world } = scene();
    resumeWorld(world);
    expect(world.resumesAt).toBe(0);
  });
});

it.each([
  [0, 5, false],
  [PAUSED, 5, true],
  [10, 9, true],
  [10, 10, false],
])("resumesAt %i at tick %i: still %s", (resumesAt, tick, still) => {
  expect(isStill(resumesAt, tick)).toBe(still);
});
