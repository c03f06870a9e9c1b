import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const SCENES = join(import.meta.dirname, "../../../../game-client/scenes");
/** Phaser's classes of which a match has hundreds of objects, and those derived from them. */
const MANY = /\bextends (Phaser\.GameObjects\.(Image|Container)|CulledImage|Part)\b/;

describe("what is drawn a hundred times", () => {
  it("has no #private fields, which make V8 keep all of its fields in a table", async () => {
    const files: string[] = [];
    for await (const file of glob("**/*.ts", { cwd: SCENES })) {
      if (MANY.test(readFileSync(join(SCENES, file), "utf8"))) files.push(file);
    }
    expect(files).toContain(join("sprites", "part.ts"));
    for (const file of files) {
      expect(readFileSync(join(SCENES, file), "utf8"), file).not.toMatch(/^ +(readonly )?#\w+[:;?! =]/m);
    }
  });
});
