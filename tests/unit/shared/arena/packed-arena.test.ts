import { describe, expect, it } from "vitest";
import { loadArenas } from "#server/arenas.ts";
import { packArena, unpackArena } from "#shared/arena/packed-arena.ts";

describe.each([...loadArenas().values()])("arena $id", (arena) => {
  it("is the same when it is unpacked from what travels with the page", () => {
    const travelled = JSON.parse(JSON.stringify(packArena(arena)));
    expect(unpackArena(travelled)).toEqual(arena);
  });
});
