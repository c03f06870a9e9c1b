import { expect, it } from "vitest";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { roomScene } from "../../../../support/room-scene.ts";

/** A match in which nobody gets a character who comes late, until `open` says so. */
function scene(door = { open: false }) {
  const mode: Mode = { ...brawl, admits: () => door.open };
  const room = roomScene();
  room.world.mode = mode;
  room.join("a");
  room.world.phase = "playing";
  room.world.phaseEndsTick = 1000;
  const { latecomers } = room.features.all;
  const come = (id: string): void => {
    room.join(id, { plays: !latecomers.mustWait });
    latecomers.admit(id);
  };
  return { ...room, door, come, latecomers, plays: (id: string) => room.world.players.has(id) };
}

it("who comes before the match plays, and who comes late watches until the next one", () => {
  const { world, come, pass, plays, latecomers } = scene();
  come("b");
  pass(500);
  expect([plays("b"), latecomers.waits("b")]).toEqual([false, true]);
  world.phase = "countdown";
  come("c");
  pass(1);
  expect([plays("b"), plays("c"), latecomers.waits("b")]).toEqual([true, true, false]);
});

it("who waits plays as soon as the mode admits them, in the order in which they came", () => {
  const { world, door, come, pass } = scene();
  come("b");
  come("c");
  pass(1);
  door.open = true;
  pass(1);
  expect([...world.players.keys()]).toEqual(["a", "b", "c"]);
});

it("who has left or would rather watch gets none", () => {
  const { door, come, pass, leave, plays, latecomers } = scene();
  come("b");
  come("c");
  leave("b");
  latecomers.forget("c");
  door.open = true;
  pass(1);
  expect([plays("b"), plays("c")]).toEqual([false, false]);
});

it("nobody waits where the mode says nothing of it", () => {
  const room = roomScene();
  room.world.phase = "playing";
  expect(room.features.all.latecomers.mustWait).toBe(false);
});
