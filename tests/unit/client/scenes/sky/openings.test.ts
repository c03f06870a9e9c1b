import { describe, expect, it } from "vitest";
import { Openings } from "#client/scenes/sky/openings.ts";
import { type Arena, Tile } from "#shared/arena/arena.ts";

/** "#" is ground, "%" a crumbling tile, everything else void. */
function arenaOf(...rows: string[]): Arena {
  const width = rows[0]?.length ?? 0;
  const codes: Record<string, Tile> = { "#": Tile.Floor, "%": Tile.Crumble };
  const tiles = Uint8Array.from(rows.join(""), (code) => codes[code] ?? Tile.Void);
  return {
    id: "test",
    name: "",
    width,
    height: rows.length,
    tiles,
    directions: new Uint8Array(tiles.length),
    crumbles: [],
    crumbleIndex: new Int16Array(tiles.length).fill(-1),
    spawns: [],
    marks: [],
    minPlayers: 1,
    maxPlayers: 2,
    theme: "meadow",
  };
}

const ISLAND = arenaOf("######", "######", "##..##", "##%###", "######");

describe("the openings of the ground", () => {
  const openings = new Openings(ISLAND);
  const isOpen = (x: number, y: number) =>
    openings.list.some(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom);

  it("hold every tile through which the sky can be seen, and no other", () => {
    const rows = Array.from({ length: ISLAND.height }, (_, r) =>
      Array.from({ length: ISLAND.width }, (_, c) => (isOpen(c + 0.5, r + 0.5) ? "o" : "#")).join(""),
    );
    // Corners are round and let the sky through, straight edges do not.
    expect(rows).toEqual(["o####o", "######", "##oo##", "##oo##", "o####o"]);
  });

  it("hold all that is around the arena", () => {
    for (const [x, y] of [
      [-5, -5],
      [3, -9],
      [12, 2],
      [-7, 2],
      [3, 11],
    ] as const)
      expect(isOpen(x, y)).toBe(true);
  });

  it("reach a little under the ground, so that no seam shows", () => {
    expect(isOpen(1.97, 2.5)).toBe(true);
  });

  it("hide what is wholly behind ground only", () => {
    expect(openings.hides({ left: 1.2, top: 0.1, right: 4.8, bottom: 1.9 })).toBe(true);
    expect(openings.hides({ left: 1.2, top: 0.1, right: 4.8, bottom: 2.1 })).toBe(false);
    expect(openings.hides({ left: -0.5, top: 1.1, right: 0.5, bottom: 1.9 })).toBe(false);
  });
});
