import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadArenas } from "#server/arenas.ts";
import { pictureOf } from "../../../../tools/arena-picture.ts";

const picture = (id: string) =>
  readFileSync(new URL(`../../../../docs/images/arenas/${id}.svg`, import.meta.url), "utf8");

describe.each([...loadArenas().values()])("the picture of $id", (arena) => {
  it("is that of its map: npm run pictures draws it", () => {
    expect(picture(arena.id)).toBe(pictureOf(arena));
  });
});
