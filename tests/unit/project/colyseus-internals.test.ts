import { describe, expect, it } from "vitest";
import { projectSources } from "../../support/layers/project-files.ts";

/** Names inside Colyseus that we rely on, which no documentation promises. */
const INTERNALS =
  /\b_(?:simulationInterval|inputBuffer|enqueuedMessages)\b|\$(?:changes|refId)\b|\bchangesNode\b|\broot\.changes\b|\["[a-z]\w+"\]\(client\)/;
/** The folders that may name them, one a side, and the tests that hold the framework to them. */
const HOMES = ["colyseus/", "game-player/colyseus/", "tests/unit/colyseus/", "tests/unit/project/"];

describe("what is inside Colyseus", () => {
  it("is named in one folder a side", async () => {
    const sources = await projectSources();
    const found = [...sources].filter(([path, text]) => INTERNALS.test(text) && path.endsWith(".ts"));
    expect(found.some(([path]) => path.startsWith("colyseus/"))).toBe(true);
    const elsewhere = found
      .map(([path]) => path)
      .filter((path) => !HOMES.some((home) => path.startsWith(home)));
    expect(elsewhere).toEqual([]);
  });
});
