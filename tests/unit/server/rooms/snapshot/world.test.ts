import { describe, expect, it } from "vitest";
import { type Brain, createBrain } from "#bots/brain/brain.ts";
import { viewOf } from "#bots/brain/view.ts";
import { loadArenas } from "#server/arenas.ts";
import { fromPlain } from "#server/rooms/snapshot/plain.ts";
import { savedWorld, saveWorld } from "#server/rooms/snapshot/world.ts";
import { type Arenas, worldForm } from "#server/rooms/snapshot/world-form.ts";
import { seededDice } from "#shared/random.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { sanitizeInput } from "#shared/simulation/input.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { isHuge, suits } from "#shared/simulation/modes/suits.ts";
import { MODES } from "#shared/simulation/modes/table.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { step } from "#shared/simulation/step.ts";
import type { PlayerInput, World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT } from "#shared/tunables.ts";
import { NIGHTLY } from "../../../../support/nightly.ts";

const arenas = loadArenas();
/** A countdown, a short match, its results and the beginning of the next one. */
const TICKS = 800;
const MATCH_TICKS = 250;
const SEEDS = NIGHTLY ? 20 : 1;

type Inputs = Map<string, readonly PlayerInput[]>;

/** A short match with brains and with people who do anything, whose inputs say that they have seen what is a little ago. */
function match(mode: Mode, seed: number): { world: World; inputs: () => Inputs } {
  const dice = seededDice(seed);
  const fit = [...arenas.values()].filter((arena) => suits(mode, arena));
  const arena = fit[Math.floor(dice() * fit.length)];
  if (arena === undefined) throw new Error(`There is no arena for ${mode.id}.`);
  const world = createWorld(arena, { seed, mode, pickups: PICKUP_NAMES });
  world.matchTicks = MATCH_TICKS;
  const brains = new Map<string, Brain>();
  for (let i = 0; i < (isHuge(mode) ? 12 : 6); i++) {
    const id = `p${i}`;
    addPlayer(world, id, id, i % 2 === 0);
    // Half of the brains play for people: whom they hit may take it back.
    if (i % 4 < 3) brains.set(id, createBrain("normal", i + 1));
  }
  const inputs = (): Inputs => {
    const all: Inputs = new Map();
    for (const [id, self] of world.players) {
      const input = brains.get(id)?.think(viewOf(world, self)) ?? anything(dice);
      const seen = self.bot ? {} : { seen: Math.max(0, world.tick - Math.floor(dice() * 12)) };
      all.set(id, [sanitizeInput({ ...input, ...seen })]);
    }
    return all;
  };
  return { world, inputs };
}

function anything(dice: () => number): PlayerInput {
  return {
    moveX: 2 * dice() - 1,
    moveY: 2 * dice() - 1,
    aim: 2 * Math.PI * dice(),
    push: dice() < 0.8,
    dash: dice() < 0.1,
    brace: dice() < 0.1,
  };
}

function travel(world: World, known: Arenas = arenas): World {
  return fromPlain(savedWorld(known), JSON.parse(JSON.stringify(saveWorld(world))), "world");
}

describe("a saved world", () => {
  it.each(Object.values(MODES))(
    "of $name goes on as the one that it was saved of, whenever that is",
    (mode) => {
      let [blows, moves] = [0, 0];
      for (let seed = 1; seed <= SEEDS; seed++) {
        const { world, inputs } = match(mode, seed);
        let last = 0;
        let other = travel(world);
        for (let i = 0; i < (isHuge(mode) ? TICKS / 2 : TICKS); i++) {
          // Now and then, and sooner while somebody may still answer a blow.
          if (world.tick - last >= (world.openBlows.size > 0 ? 15 : 90)) {
            last = world.tick;
            blows += world.openBlows.size;
            moves += 1;
            expect(saveWorld(other)).toEqual(saveWorld(world));
            other = travel(world);
          }
          const now = inputs();
          const happened = step(world, { inputs: now }, DT);
          expect(JSON.stringify(step(other, { inputs: now }, DT))).toBe(JSON.stringify(happened));
          expect(hashWorld(other)).toBe(hashWorld(world));
        }
        expect(saveWorld(other)).toEqual(saveWorld(world));
      }
      expect(moves).toBeGreaterThan(2);
      // Else nothing was said of the blows that may still be taken back. On a huge arena hardly anybody meets in so short a time.
      if (!isHuge(mode)) expect(blows).toBeGreaterThan(0);
    },
  );

  it("has all that a world has", () => {
    const [arena] = arenas.values();
    if (arena === undefined) throw new Error("There is no arena.");
    const fields = Object.keys(createWorld(arena, { seed: 1 })).sort();
    expect([...Object.keys(worldForm(arenas)), "openBlows"].sort()).toEqual(fields);
  });

  it("says which of its fields is broken", () => {
    const saved = JSON.parse(JSON.stringify(saveWorld(match(MODES.brawl as Mode, 1).world)));
    const broken = (path: string, change: (copy: typeof saved) => void) => {
      const copy = structuredClone(saved);
      change(copy);
      expect(() => fromPlain(savedWorld(arenas), copy, "world")).toThrow(`"world.${path}"`);
    };
    broken("arena", (copy) => Object.assign(copy, { arena: "nowhere" }));
    broken("mode", (copy) => Object.assign(copy, { mode: "__proto__" }));
    broken("players.3.x", (copy) => Object.assign(copy.players[3], [null]));
    broken("players.0", (copy) => copy.players[0].push(2));
    broken("crumbleTicks", (copy) => copy.crumbleTicks.push(1));
    broken("seed", (copy) => delete copy.seed);
    broken("pickups.on.0", (copy) => Object.assign(copy.pickups, { on: ["gold"] }));
  });
});
