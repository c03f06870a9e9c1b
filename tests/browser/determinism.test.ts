import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { useBrowser } from "./support/browser.ts";
import { type ReplayPlan, type ReplayResult, replay } from "./support/replay.ts";

const root = join(import.meta.dirname, "../..");
const open = useBrowser({ renderer: "canvas" });

/** The rules and the replay as one script for a page, made as the game's own page is made. */
let script = "";
beforeAll(async () => {
  const built = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: join(import.meta.dirname, "support/replay.ts"), formats: ["iife"], name: "game" },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (bundle === undefined || !("output" in bundle)) throw new Error("Vite built nothing.");
  script = bundle.output[0].code;
});

async function planFor(id: string, change: Partial<ReplayPlan> = {}): Promise<ReplayPlan> {
  const json: unknown = JSON.parse(await readFile(join(root, `assets/arenas/${id}.tmj`), "utf8"));
  return { arena: { id, json }, seed: 20_260, players: 8, ticks: 4000, hashEvery: 100, ...change };
}

function replayIn(page: Page, plan: ReplayPlan): Promise<ReplayResult> {
  return page.evaluate(
    ([code, wanted]) => {
      const game = new Function(`${code}; return game;`)() as { replay: typeof replay };
      return game.replay(wanted);
    },
    [script, plan] as const,
  );
}

describe("the same seed and the same inputs", () => {
  it.each(["meadow", "frost"])("make the same game of %s in Node and in Chromium", async (id) => {
    const { page } = await open("about:blank");
    const plan = await planFor(id);
    const here = replay(plan);
    expect(here.hashes).toHaveLength(40);
    expect(new Set(here.hashes).size).toBe(40);
    // A game in which nothing happens would prove nothing.
    for (const event of ["push", "hit", "dash", "fall", "respawn", "bumper", "taken back"]) {
      expect(here.events[event], event).toBeGreaterThan(0);
    }
    expect(await replayIn(page, plan)).toEqual(here);
  });

  it("make another game when a single input of a single player differs", async () => {
    const { page } = await open("about:blank");
    const plan = await planFor("meadow");
    const straight = replay(plan);
    const slipped = await replayIn(page, { ...plan, slipAt: 2050 });
    expect(slipped.hashes.slice(0, 20)).toEqual(straight.hashes.slice(0, 20));
    expect(slipped.hashes[20]).not.toBe(straight.hashes[20]);
    expect(slipped.hashes.at(-1)).not.toBe(straight.hashes.at(-1));
  });
});
