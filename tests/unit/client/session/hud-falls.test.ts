import { describe, expect, it } from "vitest";
import { openHud } from "./open-hud.ts";

describe("a fall", () => {
  const fall = { type: "fall", tick: 1, x: 0, y: 0, streak: 0 } as const;

  it.each([
    ["Pushed off by Bob", "pushed", "b", undefined],
    ["You fell off", "feet", "", undefined],
    ["You slipped off the ice", "ice", "", "ice"],
    ["A belt carried you off", "belt", "", "belt"],
    ["The floor crumbled under you", "crumble", "", "crumble"],
    ["A spring threw you off", "spring", "", "spring"],
    ["A bumper threw you off", "bumper", "", "bumper"],
    ["The rim sank under you", "rim", "", "rim"],
    ["Rammed off by Bob", "dash", "b", "dash"],
    ["Blasted off by Bob", "mega", "b", "mega"],
    ["Hooked off by Bob", "hook", "b", "hook"],
    ["You slipped on a peel of Bob", "peel", "b", "peel"],
    ["Your own blow came back: parried by Bob", "parry", "b", "parry"],
    ["Bowled over by Bob", "ball", "b", "ball"],
    // Whoever did it has left.
    ["You fell off", "feet", "c", "dash"],
  ] as const)("of one's own says by whom or by what, until one is back: %s", (own, feed, by, means) => {
    const { stores, tell } = openHud();
    tell({ ...fall, id: "a", by, ...(means && { means }) });
    expect(stores.own.fallenBy.value?.words()).toBe(own);
    expect(stores.feed.items.value.at(-1)?.means).toBe(feed);
    tell({ type: "respawn", tick: 2, id: "b", x: 0, y: 0 });
    expect(stores.own.fallenBy.value?.words()).toBe(own);
    tell({ type: "respawn", tick: 2, id: "a", x: 0, y: 0 });
    expect(stores.own.fallenBy.value).toBeUndefined();
  });

  it("of one's own shows who did it, and nobody where nobody did", () => {
    const { stores, tell } = openHud();
    tell({ ...fall, id: "a", by: "b", means: "dash" });
    expect(stores.own.fallenBy.value).toMatchObject({ cause: "dash", by: { name: "Bob", self: false } });
    tell({ ...fall, id: "a", by: "", means: "ice" });
    expect(stores.own.fallenBy.value).not.toHaveProperty("by");
  });

  it("of one's own is forgotten when the match goes on to its next part", () => {
    const { stores, tell } = openHud();
    tell({ ...fall, id: "a", by: "b" });
    tell({ type: "phase", tick: 2, phase: "results" });
    expect(stores.own.fallenBy.value).toBeUndefined();
  });

  it("of somebody else is told in the feed only", () => {
    const { stores, tell } = openHud();
    tell({ ...fall, id: "b", by: "a" });
    expect(stores.own.fallenBy.value).toBeUndefined();
    expect(stores.feed.items.value).toHaveLength(1);
  });
});
