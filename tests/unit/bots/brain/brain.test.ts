import { describe, expect, it } from "vitest";
import { createBrain } from "#bots/brain/brain.ts";
import { Dice } from "#bots/brain/dice.ts";
import { ABILITIES, isSkill, type Skill } from "#bots/brain/skills.ts";
import { viewOf } from "#bots/brain/view.ts";
import { type Contestant, loadArena, playMatch } from "#lab/bench/tournament.ts";
import { AIM, AXIS, snap } from "#shared/quantize.ts";
import { createBody } from "#shared/simulation/body.ts";
import { step } from "#shared/simulation/step.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT, TICK_RATE } from "#shared/tunables.ts";

const SKILLS = Object.keys(ABILITIES).filter(isSkill);
const ARENAS = ["meadow", "frost"] as const;

/** The inputs of the first of `bots` bots over some seconds, and the world they made. */
function watch(arenaId: string, skill: Skill, bots: number, seconds: number, seed: number) {
  const world = createWorld(loadArena(arenaId), { seed });
  const brains = Array.from({ length: bots }, (_, seat) => {
    addPlayer(world, `bot${seat}`, "", true);
    return createBrain(skill, seed + seat);
  });
  const thoughts: PlayerInput[] = [];
  let falls = 0;
  for (let tick = 0; tick < seconds * TICK_RATE; tick++) {
    const players = [...world.players.values()];
    const inputs = players.map((player, seat) => {
      const input = brains[seat]?.think(viewOf(world, player));
      return [player.id, input === undefined ? [] : [input]] as const;
    });
    thoughts.push(...inputs.flatMap(([, list]) => list.map((input) => ({ ...input }))));
    falls += step(world, { inputs: new Map(inputs) }, DT).filter(({ type }) => type === "fall").length;
  }
  return { thoughts, falls };
}

/** Expects numbers that the wire carries unchanged, and a stick that is not pushed beyond its rim. */
function expectLegal({ moveX, moveY, aim, push, dash, brace }: PlayerInput): void {
  expect([snap(AXIS, moveX), snap(AXIS, moveY), snap(AIM, aim)]).toEqual([moveX, moveY, aim]);
  // Rounding both axes up by half a step of 1/127 may add 0.0056.
  expect(Math.hypot(moveX, moveY)).toBeLessThan(1.006);
  for (const button of [push, dash, brace]) expect(button).toBeTypeOf("boolean");
}

const sum = (contestants: readonly Contestant[], value: (one: Contestant) => number): number =>
  contestants.reduce((total, one) => total + value(one), 0);

// Simulated minutes take a second or two alone, and ten on a machine that is busy with other things.
const PATIENCE = { timeout: 60_000 };

describe("a bot", PATIENCE, () => {
  it("does the same again with the same seed, and something else with another", () => {
    const once = watch("frost", "normal", 4, 10, 7);
    expect(watch("frost", "normal", 4, 10, 7)).toEqual(once);
    expect(watch("frost", "normal", 4, 10, 8)).not.toEqual(once);
  });

  it.each(SKILLS)("sends only what the wire can carry: %s", (skill) => {
    for (const input of watch("frost", skill, 6, 20, 3).thoughts) expectLegal(input);
  });

  it("keeps its head wherever it is and whatever it sees", () => {
    const dice = new Dice(11);
    const arena = loadArena("frost");
    const world = createWorld(arena, { seed: 1 });
    const [self, ...others] = ["a", "b", "c"].map((id) => addPlayer(world, id, "", true));
    if (self === undefined) throw new Error("no player");
    const brain = createBrain("hard", 1);
    for (let round = 0; round < 3000; round++) {
      world.tick += 1;
      Object.assign(self, createBody(dice.between(-20, 50), dice.between(-20, 50)));
      self.vx = dice.between(-40, 40);
      self.action = dice.chance(0.5) ? 1 : 0;
      for (const other of others) {
        // Now and then on the very same spot, where no direction leads from one to the other.
        other.x = dice.chance(0.2) ? self.x : dice.between(0, arena.width);
        other.y = dice.chance(0.2) ? self.y : dice.between(0, arena.height);
        other.action = dice.chance(0.5) ? 1 : 0;
        other.charge = Math.floor(dice.between(0, 40));
      }
      expectLegal(brain.think(viewOf(world, self)));
    }
  });

  it.each(ARENAS.flatMap((arena) => SKILLS.map((skill) => [skill, arena] as const)))(
    "stays on the island when alone for a minute: %s on %s",
    (skill, arena) => {
      for (const seed of [1, 2, 3]) expect(watch(arena, skill, 1, 60, seed).falls).toBe(0);
    },
  );

  it("does not turn its aim faster than its skill allows", () => {
    const { thoughts } = watch("meadow", "easy", 1, 20, 5);
    // One step of rounding to 256 directions may come on top.
    const most = ABILITIES.easy.turnRate * DT + (2 * Math.PI) / 256;
    thoughts.slice(1).forEach(({ aim }, index) => {
      const turn = Math.abs(aim - (thoughts[index]?.aim ?? 0));
      expect(Math.min(turn, 2 * Math.PI - turn)).toBeLessThanOrEqual(most + 1e-9);
    });
  });

  it("does not see what happens before its reaction time is over", () => {
    const arena = loadArena("meadow");
    const delay = Math.round(ABILITIES.normal.reaction * TICK_RATE);
    const thoughtsWith = (surprise: boolean): PlayerInput[] => {
      const world = createWorld(arena, { seed: 1 });
      const self = addPlayer(world, "self", "", true);
      const other = addPlayer(world, "other", "", true);
      const brain = createBrain("normal", 1);
      return Array.from({ length: delay * 4 }, (_, tick) => {
        world.tick += 1;
        Object.assign(other, { x: self.x + 3, y: surprise && tick >= delay * 2 ? self.y + 3 : self.y });
        return brain.think(viewOf(world, self));
      });
    };
    const calm = thoughtsWith(false);
    const surprised = thoughtsWith(true);
    expect(surprised.slice(0, delay * 3)).toEqual(calm.slice(0, delay * 3));
    expect(surprised).not.toEqual(calm);
  });
});

describe("bots against each other", PATIENCE, () => {
  it.each(ARENAS)("are better the higher their skill, on %s", (id) => {
    const arena = loadArena(id);
    const results = [1, 2, 3].map((seed) =>
      playMatch({ arena, skills: ["easy", "hard", "easy", "hard"], seed, seconds: 90 }),
    );
    const all = results.flatMap(({ contestants }) => contestants);
    const of = (skill: Skill): readonly Contestant[] => all.filter((one) => one.skill === skill);
    const scored = (skill: Skill): number => sum(of(skill), (one) => one.knockouts);
    // Over a hundred matches hard bots deal 4.4 times the knock-outs of easy ones; half of it is left for luck.
    expect(scored("hard")).toBeGreaterThan(2 * scored("easy"));
    expect(sum(of("hard"), (one) => one.falls)).toBeLessThan(sum(of("easy"), (one) => one.falls));
  });

  it.each(ARENAS)("make a lively match in which few fall by themselves, on %s", (id) => {
    const skills: Skill[] = ["easy", "normal", "hard", "easy", "normal", "hard", "easy", "normal"];
    const { contestants, seconds } = playMatch({ arena: loadArena(id), skills, seed: 4, seconds: 120 });
    const falls = sum(contestants, (one) => one.falls);
    const selfKnockouts = sum(contestants, (one) => one.selfKnockouts);
    // The goals that game and arenas are tuned for; single matches stray by a fifth.
    const perMinute = ((falls - selfKnockouts) * 60) / seconds;
    expect(perMinute).toBeGreaterThan(10);
    expect(perMinute).toBeLessThan(36);
    expect(selfKnockouts / falls).toBeLessThan(0.2);
  });
});
