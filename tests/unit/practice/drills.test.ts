import { describe, expect, it } from "vitest";
import { spotsNearEdges } from "#practice/drills/targets.ts";
import { loadArenas } from "#server/arenas.ts";
import { Tile, tileAt } from "#shared/arena/arena.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import { BRACE, TICK_MS, ticks } from "#shared/tunables.ts";
import { PracticePage } from "../../support/practice-page.ts";

describe("targets", () => {
  it.each([...loadArenas().values()].filter((arena) => !isHuge(arena)))(
    "stand on firm floor of $id",
    (arena) => {
      const spots = spotsNearEdges(arena);
      expect(spots.length).toBeGreaterThanOrEqual(5);
      for (const { x, y } of spots) expect(tileAt(arena, Math.floor(x), Math.floor(y))).not.toBe(Tile.Void);
    },
  );

  it("are counted when the player pushes them off, and come back to the edge", async () => {
    const page = await PracticePage.open();
    page.wish({ drill: "targets" });
    page.run(1);
    const spots = spotsNearEdges(page.world.arena);
    const isOnSpot = ({ x, y }: { x: number; y: number }) =>
      spots.some((spot) => Math.abs(spot.x - x) + Math.abs(spot.y - y) < 0.1);
    expect(page.bots).toHaveLength(5);
    expect(page.bots.every(isOnSpot)).toBe(true);
    const [target] = page.bots;
    if (target === undefined) throw new Error("There is no target.");
    Object.assign(target, { x: -5, y: -5, lastHitBy: page.self.id, lastHitTick: page.world.tick });
    page.run(0.5);
    expect(page.stores.practice.report.value?.knocked).toBe(1);
    page.run(3);
    expect(isOnSpot(target)).toBe(true);
  });
});

/** Practises the parry with a brace so long (ticks) before the push lands; less than 0 is after it. Returns the verdict. */
async function brace(before: number | undefined) {
  const page = await PracticePage.open();
  page.wish({ drill: "parry" });
  const { report, sincePush } = page.stores.practice;
  page.play = () => ({
    brace: before !== undefined && sincePush.value >= -before * TICK_MS && sincePush.value < 300,
  });
  page.run(20, () => report.value?.last !== undefined);
  return { page, last: report.value?.last };
}

describe("the parry trainer", () => {
  it("comes to the player and pushes in a rhythm", async () => {
    const page = await PracticePage.open();
    page.wish({ drill: "parry" });
    const pushes = new Set<number>();
    for (let i = 0; i < 200; i++) {
      page.run(0.1);
      const { push } = page.stores.practice.report.value ?? {};
      if (push !== undefined) pushes.add(push.at);
    }
    // A charge of 0.8 s, 0.4 s until it is judged, and 1.7 s to the next one: less when the trainer has to walk.
    expect(pushes.size).toBeGreaterThan(3);
  });

  it("says that a brace just before the push is right", async () => {
    const { page, last } = await brace(3);
    expect(last?.verdict).toBe("right");
    expect(last?.offsetMs).toBeLessThan(0);
    expect(last?.offsetMs).toBeGreaterThanOrEqual(-BRACE.parryWindow * 1000);
    expect(page.stores.practice.report.value).toMatchObject({ parried: 1, streak: 1, pushes: 1 });
  });

  it("says that a brace long before it is too early", async () => {
    const { last } = await brace(ticks(0.5));
    expect(last?.verdict).toBe("early");
    expect(last?.offsetMs).toBeLessThan(-BRACE.parryWindow * 1000);
  });

  it("says that a brace after it is too late", async () => {
    const { last } = await brace(-4);
    expect(last?.verdict).toBe("late");
    expect(last?.offsetMs).toBeGreaterThanOrEqual(0);
  });

  it("says that there was none", async () => {
    const { last } = await brace(undefined);
    expect(last).toEqual({ verdict: "none", number: 1 });
  });
});
