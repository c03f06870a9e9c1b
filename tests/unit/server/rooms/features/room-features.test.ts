import { expect, it } from "vitest";
import { roomScene } from "../../../../support/room-scene.ts";

it("what one feature throws is noted as a fault, and the others hear of what happened all the same", () => {
  const { features, state, faults, join } = roomScene();
  features.all.host.joined = () => {
    throw new Error("broken");
  };
  state.seats.clear();
  join("ann");
  expect(faults).toEqual(["host.joined: Error: broken"]);
  expect([...features.people.keys()]).toEqual(["ann"]);
});

it("people come with a number that grows, so that it is known who was here first", () => {
  const { features, join, leave } = roomScene();
  join("ann");
  join("ben");
  leave("ann");
  join("ann");
  expect([...features.people.values()].map(({ id, number }) => [id, number])).toEqual([
    ["ben", 1],
    ["ann", 2],
  ]);
});
