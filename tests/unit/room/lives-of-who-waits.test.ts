import { expect, it } from "vitest";
import { Seats } from "#room/seats.ts";
import { LAST } from "#shared/mode-tunables.ts";
import { ENDLESS } from "#shared/simulation/modes/mode.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { plain } from "../../support/worlds.ts";

it.each([
  ["last", 0, LAST.lives],
  ["brawl", ENDLESS, ENDLESS],
])("whoever waits for a character in %s has %d lives, and %d with it", (mode, waiting, playing) => {
  const state = new ArenaState();
  const seats = new Seats(createWorld(plain(), { seed: 1, mode: modeOf(mode) }), state);
  seats.sit("ann", "Ann", 0, "player");
  expect(state.seats.get("ann")?.lives).toBe(waiting);
  seats.giveBody("ann");
  expect(state.seats.get("ann")?.lives).toBe(playing);
  seats.takeBody("ann");
  expect(state.seats.get("ann")?.lives).toBe(waiting);
});
