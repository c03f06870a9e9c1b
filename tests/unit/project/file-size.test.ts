import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAX_LINES, sizeProblems } from "../../support/layers/file-size.ts";
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
    expect(sizeProblems(found)).toEqual([]);
  });
});

describe("a source file", () => {
  it("may have as many lines as the limit says", () => {
    expect(sizeProblems(new Map([["a.ts", lines(MAX_LINES)]]), [])).toEqual([]);
  });

  it("is named when it has one more", () => {
    expect(sizeProblems(new Map([["a.css", lines(MAX_LINES + 1)]]), [])).toEqual([
      expect.stringMatching(/^a\.css has 251 lines: /),
    ]);
  });

  it("may be longer while it is on the list", () => {
    expect(sizeProblems(new Map([["a.ts", lines(MAX_LINES + 1)]]), ["a.ts"])).toEqual([]);
  });

  it("comes off the list when it is short enough or gone", () => {
    expect(sizeProblems(new Map([["a.ts", lines(1)]]), ["a.ts", "b.ts"])).toEqual([
      expect.stringMatching(/^a\.ts .*take it off the list/),
      expect.stringMatching(/^b\.ts .*take it off the list/),
    ]);
  });
});
