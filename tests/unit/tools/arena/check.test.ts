import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArena } from "#server/arenas.ts";
import { checkMaps } from "../../../../tools/arena/check.ts";
import { Revisions } from "../../../../tools/arena/revisions.ts";

const MEADOW = join(import.meta.dirname, "../../../../assets/arenas/meadow.tmj");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pushback-maps-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A map like the meadow, with its text changed. */
async function saved(name: string, change: (text: string) => string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, change(await readFile(MEADOW, "utf8")));
  return file;
}

describe("a check of maps", () => {
  it("says what is fine and what is not, and of what kind the whole is", async () => {
    const small = await saved("small.tmj", (text) => text.replace('"value":16', '"value":30'));
    const cut = await saved("cut.tmj", (text) => text.slice(0, 100));
    const report = checkMaps([MEADOW, small, cut]);
    expect(report.isFine).toBe(false);
    expect(report.lines).toEqual([
      expect.stringMatching(/meadow\.tmj: "Cloud Meadow" is fine, for 2 to 16 players\.$/),
      expect.stringContaining('small.tmj, layer "ground": 30 players need 600 tiles of ground, 20 each'),
      "cut.tmj: it is no JSON: save it in Tiled as a JSON map (*.tmj)",
    ]);
    expect(checkMaps([MEADOW]).isFine).toBe(true);
  });

  it("names a file that is not there", () => {
    expect(checkMaps([join(folder, "none.tmj")]).lines).toEqual([
      expect.stringMatching(/^There is no file .*none\.tmj\.$/),
    ]);
  });
});

describe("the versions of a map", () => {
  it("have an id each, and the first one keeps its own", () => {
    const meadow = readArena(MEADOW);
    const revisions = new Revisions(new Map([["frost", { ...meadow, id: "frost" }]]));
    expect([1, 2, 3].map(() => revisions.add(meadow).id)).toEqual(["meadow", "meadow-2", "meadow-3"]);
    expect([...revisions.all.keys()]).toEqual(["frost", "meadow", "meadow-2", "meadow-3"]);
  });
});
