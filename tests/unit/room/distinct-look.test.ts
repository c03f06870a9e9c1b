import { describe, expect, it } from "vitest";
import { distinctLook } from "#room/distinct-look.ts";
import { Seats } from "#room/seats.ts";
import { LOOKS, packLook, unpackLook } from "#shared/look.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { plain } from "../../support/worlds.ts";

const RED = packLook({ color: 0, pattern: 2, hat: 3 });

function room() {
  const state = new ArenaState();
  const seats = new Seats(createWorld(plain(), { seed: 1 }), state);
  const look = (id: string) => unpackLook(state.seats.get(id)?.look ?? Number.NaN);
  return { seats, look };
}

describe("looks in a room", () => {
  it("give four friends who chose the same four colours, and leave pattern and hat", () => {
    const { seats, look } = room();
    const ids = ["a", "b", "c", "d"];
    for (const id of ids) seats.take(id, id, RED);
    expect(ids.map((id) => look(id))).toEqual([0, 1, 11, 2].map((color) => ({ color, pattern: 2, hat: 3 })));
  });

  it("give a person the colour that only a bot has, and the bot another", () => {
    const { seats, look } = room();
    seats.take("bot:0", "Pickle", RED, true);
    seats.take("ann", "Ann", RED);
    expect(look("ann").color).toBe(0);
    expect(look("bot:0").color).toBe(1);
    seats.take("bot:1", "Waffle", RED, true);
    expect(look("bot:1").color).toBe(11);
  });

  it("vary the pattern once every colour is worn, until none is left", () => {
    const taken: number[] = [];
    for (let n = 0; n < LOOKS.colors * LOOKS.patterns; n++) taken.push(distinctLook(RED, taken));
    expect(new Set(taken.slice(0, LOOKS.colors).map((look) => unpackLook(look).color)).size).toBe(
      LOOKS.colors,
    );
    expect(new Set(taken.map((look) => look & 0xff)).size).toBe(LOOKS.colors * LOOKS.patterns);
    expect(distinctLook(RED, taken)).toBe(RED);
  });
});
