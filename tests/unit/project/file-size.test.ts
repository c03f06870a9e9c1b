import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAX_LINES, tooLong } from "../../support/layers/file-size.ts";
import { ROOT } from "../../support/layers/project-files.ts";

/** Folders in which nothing was written by hand as a source. */
const NO_SOURCES: readonly string[] = ["node_modules", "dist", "artifacts", "assets", "docs"];

async function sources(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const exclude = (path: string) => NO_SOURCES.includes(path);
  for await (const path of glob("**/*.{ts,tsx,js,mjs,css}", { cwd: ROOT, exclude })) {
    found.set(path.replaceAll("\\", "/"), await readFile(join(ROOT, path), "utf8"));
  }
  return found;
}

const lines = (count: number) => "line\n".repeat(count);

describe("the project", () => {
  it("has no source file that is too long", async () => {
    const found = await sources();
    expect(found.size).toBeGreaterThan(500);
    expect(tooLong(found)).toEqual([]);
  });
});

describe("a source file", () => {
  it("may have as many lines as the limit says", () => {
    expect(tooLong(new Map([["a.ts", lines(MAX_LINES)]]))).toEqual([]);
  });

  it("is named when it has one more", () => {
    expect(tooLong(new Map([["a.css", lines(MAX_LINES + 1)]]))).toEqual([
      expect.stringMatching(/^a\.css has 251 lines: /),
    ]);
  });
});
