import { describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { roomScene } from "../../../../support/room-scene.ts";

/** Ann and Ben play, with times that a test has. */
function room() {
  const scene = roomScene({ commands: COMMANDS, awayTimes: { warnAfter: 2, botAfter: 3 } });
  scene.world.phase = "playing";
  scene.join("ann");
  scene.join("ben");
  return scene;
}

/** Lets steps pass in which Ben runs about and Ann does what is given. Returns what goes into the last one. */
function pass(scene: ReturnType<typeof room>, seconds: number, ann: PlayerInput = neutralInput()) {
  let inputs = new Map<string, readonly PlayerInput[]>();
  for (let i = 0; i < seconds * TICK_RATE; i++) {
    const ben = { ...neutralInput(), moveX: scene.world.tick % 2 };
    inputs = new Map([
      ["ann", [ann]],
      ["ben", [ben]],
    ]);
    scene.features.beforeStep(inputs);
    scene.bots.think(scene.world, inputs);
    scene.world.tick += 1;
  }
  return inputs;
}

const annOf = ({ state }: ReturnType<typeof room>) => state.seats.get("ann");

describe("somebody who plays and does nothing", () => {
  it("is warned, then a bot plays for them under their name", () => {
    const scene = room();
    pass(scene, 1.9);
    expect(annOf(scene)).toMatchObject({ away: false, awayAt: 0 });
    pass(scene, 0.2);
    expect(annOf(scene)).toMatchObject({ away: false, awayAt: scene.world.tick + 0.9 * TICK_RATE });
    pass(scene, 1);
    expect(annOf(scene)).toMatchObject({ name: "ann", bot: false, away: true });
    const moves = new Set<string>();
    for (let i = 0; i < 50; i++) moves.add(JSON.stringify(pass(scene, 0.1).get("ann")));
    expect(moves.size).toBeGreaterThan(5);
    expect(scene.state.seats.get("ben")?.away).toBe(false);
    expect(scene.faults).toEqual([]);
  });

  it("is back with the first thing that they do, which counts", () => {
    const scene = room();
    pass(scene, 4);
    expect(annOf(scene)?.away).toBe(true);
    const dash = { ...neutralInput(), dash: true };
    expect(pass(scene, 1 / TICK_RATE, dash).get("ann")).toEqual([dash]);
    expect(annOf(scene)).toMatchObject({ away: false, awayAt: 0 });
    pass(scene, 1.9, dash);
    expect(annOf(scene)?.away).toBe(false);
  });

  it("is back when they give a command, but not by what a page does by itself", () => {
    const scene = room();
    pass(scene, 4);
    scene.give("ann", "time", 5);
    pass(scene, 0.1);
    expect(annOf(scene)?.away).toBe(true);
    scene.give("ann", "queue", { on: false });
    pass(scene, 0.1);
    expect(annOf(scene)?.away).toBe(false);
  });

  it("is given time while no match is played", () => {
    const scene = room();
    pass(scene, 2.5);
    scene.world.phase = "results";
    scene.features.phaseChanged();
    expect(annOf(scene)?.awayAt).toBe(0);
    pass(scene, 10);
    expect(annOf(scene)).toMatchObject({ away: false, awayAt: 0 });
    scene.world.phase = "countdown";
    pass(scene, 1);
    expect(annOf(scene)?.away).toBe(true);
  });

  it("does not hold up the rematch", () => {
    const scene = room();
    pass(scene, 4);
    scene.world.phase = "results";
    scene.give("ben", "rematch");
    expect(scene.calls.endPhase).toBe(1);
  });
});

describe("a room where everybody is away", () => {
  it("closes like any other where nobody does anything", () => {
    const scene = room();
    const still = new Map<string, readonly PlayerInput[]>();
    for (scene.world.tick = 0; scene.world.tick <= 5 * 60 * TICK_RATE; scene.world.tick++) {
      for (const id of ["ann", "ben"]) still.set(id, [neutralInput()]);
      scene.features.beforeStep(still);
    }
    expect(scene.state.seats.get("ben")?.away).toBe(true);
    expect(scene.closed).toEqual(["room_idle"]);
  });
});

it("a tick without an input says nothing of who is there", () => {
  const scene = room();
  pass(scene, 4);
  scene.world.tick += 1;
  scene.features.beforeStep(new Map([["ann", []]]));
  expect(annOf(scene)?.away).toBe(true);
});
