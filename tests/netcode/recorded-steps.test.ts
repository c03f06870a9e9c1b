import { expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";
import type { VirtualPage } from "#lab/netcode/virtual-page.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { step } from "#shared/simulation/step.ts";
import type { TickInput } from "#shared/simulation/tick-input.ts";
import type { PlayerInput, World } from "#shared/simulation/types.ts";
import { DT } from "#shared/tunables.ts";

/** Time (s) until both are in the match, and of the match that is recorded. */
const SETTLE = 3;
const RECORDED = 40;

/** A world that goes on by itself. Arena and mode are the same for all. */
function copyOf({ arena, mode, ...rest }: World): World {
  return { ...structuredClone(rest), arena, mode };
}

/** Runs up and down before the other one, and pushes at where they are drawn. */
function fight(page: VirtualPage): Partial<PlayerInput> {
  const { ticks } = page;
  const self = page.inMatch ? page.match.self : undefined;
  const other = page.inMatch ? [...page.match.players.values()].find(({ id }) => id !== page.id) : undefined;
  if (self === undefined || other === undefined) return {};
  const aim = Math.atan2(other.y - self.y, other.x - self.x);
  const apart = Math.hypot(other.x - self.x, other.y - self.y);
  return {
    aim,
    moveX: Math.cos(aim) * (apart > 2 ? 1 : -1),
    moveY: Math.sin(aim) * (apart > 2 ? 1 : -1) + (ticks % 40 < 20 ? 0.7 : -0.7),
    push: ticks % 30 < 8,
    brace: ticks % 47 < 6,
    dash: ticks % 61 === 0,
  };
}

it("what a room's steps were given steps a copy of its world to the same end", async () => {
  const ticks: TickInput[] = [];
  const hashes: number[] = [];
  let start: World | undefined;
  let recording = false;
  const match = await virtualMatch({
    arena: drawArena(...Array.from({ length: 24 }, () => "S".repeat(24))),
    seed: 6,
    onStep(world, tick) {
      if (start !== undefined) {
        ticks.push(structuredClone(tick));
        hashes.push(hashWorld(world));
      } else if (recording) start = copyOf(world);
    },
  });
  try {
    const { link } = PROFILES.rough;
    await match.open({ name: "Ann", link, seed: 1, play: fight });
    await match.open({ name: "Bob", link, seed: 2, play: fight });
    await match.run(SETTLE);
    recording = true;
    await match.run(RECORDED);
  } finally {
    await match.end();
  }
  const first = start;
  if (first === undefined) throw new Error("Nothing was recorded.");
  const again = (changed: (tick: TickInput) => TickInput): number[] => {
    const world = copyOf(first);
    return ticks.map((tick) => {
      step(world, changed(tick), DT);
      return hashWorld(world);
    });
  };
  expect(ticks.length).toBeGreaterThan((RECORDED - 1) / DT);
  expect(again((tick) => tick)).toEqual(hashes);
  // It is all of it that matters: without what the attackers saw, or with every defence too late, the match goes another way.
  expect(again(({ sights: _, ...tick }) => tick).at(-1)).not.toBe(hashes.at(-1));
  expect(again((tick) => ({ ...tick, defence: false })).at(-1)).not.toBe(hashes.at(-1));
});
