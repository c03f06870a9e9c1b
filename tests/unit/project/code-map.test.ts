import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mapProblems, mapSection, permissions, redrawn } from "../../support/layers/code-map.ts";
import { ROOT } from "../../support/layers/project-files.ts";
import type { LayerRule } from "../../support/layers/rules/rule.ts";

const DOCUMENT = join(ROOT, "CONTRIBUTING.md");

describe("CONTRIBUTING's map of the code", async () => {
  const document = await readFile(DOCUMENT, "utf8");

  it("has a line for each folder with a rule, and none for a folder that is not there", () => {
    expect(mapProblems(mapSection(document), (name) => existsSync(join(ROOT, name)))).toEqual([]);
  });

  // With `-u` the lines are written as they should be.
  it("says of each folder what its rule allows", async () => {
    const section = mapSection(document);
    await expect(document.replace(section, () => redrawn(section))).toMatchFileSnapshot(DOCUMENT);
  });
});

describe("a line of the map", () => {
  const because = "that is the rule";
  const rules: readonly LayerRule[] = [
    { folder: "core/", may: [], noGlobals: ["Math.random"], because },
    { folder: "core/state/", may: ["core/", "npm:zod"], because },
    {
      folder: "page/",
      may: ["core/", "npm:*", "node:*"],
      mayTypes: ["server/table.ts"],
      mayNot: ["npm:ws"],
      noGlobals: ["localStorage"],
      because,
    },
    { folder: "net/", may: [], because },
  ];

  it.each([
    ["core", "nothing; no clock, no dice"],
    ["core/rules", "`core`; no clock, no dice"],
    ["core/numbers.ts", "`core`; no clock, no dice"],
    ["core/state", "`core`, `zod`"],
    ["page", "`core`, any package, Node, types of `server/table.ts`; not `ws`; no DOM"],
    ["net", "nothing"],
    ["pictures", ""],
  ])("says of %s: %s", (name, words) => {
    expect(permissions(name, rules)).toBe(words);
  });

  it("is written anew when the rules say something else", () => {
    const text = ["words", "| Folder | What |", "| `net` | limits | all |", "| `pictures` | art | |"].join(
      "\n",
    );
    expect(redrawn(text, rules)).toBe(
      ["words", "| Folder | What |", "| `net` | limits | nothing |", "| `pictures` | art |  |"].join("\n"),
    );
  });

  it("is named when it is missing, and when its folder is", () => {
    const text = "| `core` | rules | |\n| `core/state` | state | |\n| `page` | page | |\n| `old` | old | |";
    expect(mapProblems(text, (name) => name !== "old", rules)).toEqual([
      "The map has no line for net: | `net` | ... | nothing |",
      "The map has a line for old, which is not there",
    ]);
  });
});
