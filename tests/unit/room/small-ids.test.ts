import { describe, expect, it } from "vitest";
import { refIdOf } from "#colyseus/server/ids.ts";
import { PretendRoom } from "#lab/bench/pretend-room.ts";
import { loadArenas } from "#server/arenas.ts";
import type { World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";

/**
 * A state, the maps of characters, seats and things, the ball, and the lists of the floor, of the points of teams, of winners and of
 * choices have an id each, and 128 fit into a byte.
 */
const MAX_IDS = 128 - 9;

function huge(): World {
  const arena = loadArenas().get("archipelago");
  if (arena === undefined) throw new Error("There is no archipelago.");
  return createWorld(arena, { seed: 1, mode: "stampede" });
}

function crowd(people: number, world = huge()): PretendRoom {
  const room = new PretendRoom(world);
  for (let i = 0; i < people; i++) room.seats.take(`p${i}`, `P${i}`, i);
  return room;
}

const idsOf = (room: PretendRoom): (number | undefined)[] =>
  [...room.state.players.values()].map((player) => refIdOf(player));

describe("the characters of a crowd", () => {
  it("are named in one byte, as many as there can be", () => {
    expect(idsOf(crowd(MAX_IDS)).filter((id) => id === undefined || id >= 128)).toEqual([]);
  });

  it("are named so too in a room that was saved, and by ids of their own", () => {
    const world = huge();
    const room = crowd(MAX_IDS, world);
    const again = new PretendRoom(world);
    again.seats.restore(new Map([...room.state.seats].map(([id, seat]) => [id, seat.toJSON()])));
    const ids = idsOf(again);
    expect(ids.filter((id) => id === undefined || id >= 128)).toEqual([]);
    expect(new Set(ids).size).toBe(MAX_IDS);
    expect([...again.state.players.keys()]).toEqual([...room.state.players.keys()]);
  });

  it("are different ones for everybody, also beyond that and after somebody has left", () => {
    const room = crowd(128);
    const before = idsOf(room);
    room.leave("p3");
    room.seats.take("late", "Late", 1);
    const late = room.state.players.get("late");
    const all = [...before, late && refIdOf(late)];
    expect(new Set(all).size).toBe(129);
  });
});
