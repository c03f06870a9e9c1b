import { describe, expect, it } from "vitest";
import { chooseDirection } from "#bots/brain/attack.ts";
import { createBrain } from "#bots/brain/brain.ts";
import { Dice } from "#bots/brain/dice.ts";
import { exposure, pushSpeed } from "#bots/brain/exposure.ts";
import { distanceBetween, turnTo } from "#bots/brain/geometry.ts";
import { Pathfinder } from "#bots/brain/paths.ts";
import { Rehearsal } from "#bots/brain/rehearsal.ts";
import { ABILITIES, type Skill } from "#bots/brain/skills.ts";
import { Steering } from "#bots/brain/steering.ts";
import { chooseTarget } from "#bots/brain/targets.ts";
import type { Situation } from "#bots/brain/traits.ts";
import { viewOf } from "#bots/brain/view.ts";
import { drawArena } from "#lab/draw-arena.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { step } from "#shared/simulation/step.ts";
import { Action, type GameEvent } from "#shared/simulation/types.ts";
import { DT, ticks } from "#shared/tunables.ts";
import { plain, worldWith } from "../../../support/worlds.ts";

/** What player a sees of the others, without delay. */
function situationOf(arena: Arena, skill: Skill, ...places: [number, number][]): Situation {
  const { world, players } = worldWith(arena, ...places);
  const [self, ...others] = players;
  if (self === undefined) throw new Error("no player");
  return {
    tick: 0,
    self,
    ground: world,
    others,
    view: viewOf(world, self),
    ability: ABILITIES[skill],
    traits: { side: 1, boldness: 1, patience: 1.5 },
    dice: new Dice(1),
    rehearsal: new Rehearsal(),
  };
}

const whole = (arena: Arena) => ({ arena, crumblePhases: new Uint8Array(arena.crumbles.length), sunk: 0 });

describe("the danger of being thrown", () => {
  const ground = whole(
    drawArena("          ", " ........ ", " ........ ", " .......# ", " ........ ", "          "),
  );
  const east = { x: 1, y: 0 };
  const speed = pushSpeed(1, 1, 0);

  it("is greater near an edge", () => {
    expect(exposure(ground, { x: 8, y: 2.5 }, east, speed)).toBeGreaterThan(0.5);
    expect(exposure(ground, { x: 2, y: 2.5 }, east, speed)).toBeLessThan(0.3);
  });

  it("is greater for the wobbly", () => {
    expect(exposure(ground, { x: 2, y: 2.5 }, east, pushSpeed(1, 1, 150))).toBeGreaterThan(0.5);
  });

  it("is none in front of a wall", () => {
    expect(exposure(ground, { x: 7, y: 3.5 }, east, speed)).toBe(0);
  });
});

describe("finding the way", () => {
  it("leads around a hole", () => {
    const ground = whole(drawArena("........", "........", "...  ...", "...  ...", "........", "........"));
    const paths = new Pathfinder();
    const at = { x: 1.5, y: 3 };
    const goal = { x: 6.5, y: 3 };
    for (let strides = 0; distanceBetween(at, goal) > 0.3; strides++) {
      expect(strides).toBeLessThan(60);
      const next = paths.next(ground, at, goal, strides);
      const distance = distanceBetween(at, next);
      at.x += ((next.x - at.x) / distance) * Math.min(0.2, distance);
      at.y += ((next.y - at.y) / distance) * Math.min(0.2, distance);
      const overHole = at.x > 3 && at.x < 5 && at.y > 2 && at.y < 4;
      expect(overHole).toBe(false);
    }
  });

  it("takes a spring over a gap that cannot be walked around", () => {
    const ground = whole(drawArena("...}    ......", "....    ......"));
    const next = new Pathfinder().next(ground, { x: 2.5, y: 0.5 }, { x: 12.5, y: 0.5 }, 0);
    expect(next).toEqual({ x: 3.5, y: 0.5 });
  });

  it("keeps off floor that shakes", () => {
    const arena = drawArena(".c.", "...", "...");
    const ground = { arena, crumblePhases: Uint8Array.of(1), sunk: 0 };
    const next = new Pathfinder().next(ground, { x: 0.5, y: 0.5 }, { x: 2.5, y: 0.5 }, 0);
    expect(next.y).toBeGreaterThan(1);
  });
});

describe("steering", () => {
  it("leaves a safe wish alone and turns a deadly one aside", () => {
    const inside = situationOf(plain(), "normal", [14, 14]);
    expect(new Steering().move(inside, { x: 1, y: 0 })).toEqual({ x: 1, y: 0 });
    const atEdge = situationOf(plain(), "normal", [25.8, 14]);
    expect(new Steering().move(atEdge, { x: 1, y: 0 }).x).toBeLessThan(0.5);
  });

  it("begins to brake earlier on ice", () => {
    const onIce = situationOf(drawArena(`${"i".repeat(20)}   `, `${"i".repeat(20)}   `), "normal", [17.5, 1]);
    const onFloor = situationOf(
      drawArena(`${".".repeat(20)}   `, `${".".repeat(20)}   `),
      "normal",
      [17.5, 1],
    );
    onIce.self.vx = 5;
    onFloor.self.vx = 5;
    expect(new Steering().move(onIce, { x: 1, y: 0 })).not.toEqual({ x: 1, y: 0 });
    expect(new Steering().move(onFloor, { x: 1, y: 0 })).toEqual({ x: 1, y: 0 });
  });
});

describe("choosing whom and where to push", () => {
  it("goes for the nearer of two alike", () => {
    const situation = situationOf(plain(), "normal", [10, 14], [13, 14], [20, 14]);
    expect(chooseTarget(situation, "")?.id).toBe("b");
  });

  it("leaves those alone who are protected or crowded", () => {
    const guarded = situationOf(plain(), "normal", [14, 14], [12, 14], [16.5, 14]);
    Object.assign(guarded.others[0] ?? {}, { protectTicks: 50 });
    expect(chooseTarget(guarded, "")?.id).toBe("c");
  });

  it("a hard bot pushes somebody at an edge over it, also from the wrong side", () => {
    const situation = situationOf(plain(), "hard", [25.4, 16], [24.5, 14]);
    const [victim] = situation.others;
    if (victim === undefined) throw new Error("no victim");
    // East is where the edge is: two tiles away from the victim.
    expect(Math.abs(turnTo(chooseDirection(situation, victim), 0))).toBeLessThan(Math.PI / 3);
  });
});

/** A bot that is thrown towards the edge, `count` times with other luck. Returns how often it fell. */
function throwOver(skill: Skill, count: number): number {
  let falls = 0;
  for (let seed = 1; seed <= count; seed++) {
    const { world, players } = worldWith(plain(), [18, 14]);
    const brain = createBrain(skill, seed);
    for (let tick = 0; tick < ticks(2); tick++) {
      if (tick === ticks(0.4)) Object.assign(players[0] ?? {}, { x: 20, y: 14, vx: 22, vy: 0 });
      const inputs = players.map((player) => [player.id, [brain.think(viewOf(world, player))]] as const);
      falls += step(world, { inputs: new Map(inputs) }, DT).filter(({ type }) => type === "fall").length;
    }
  }
  return falls;
}

/** What happens to a bot at whom somebody with a full charge keeps releasing pushes from within reach. */
function attack(skill: Skill, count: number): GameEvent[] {
  const events: GameEvent[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const { world, players } = worldWith(plain(), [24, 14], [21.5, 14]);
    const [victim, attacker] = players;
    if (victim === undefined || attacker === undefined) throw new Error("no players");
    const brain = createBrain(skill, seed);
    const release = ticks(new Dice(seed).between(1, 1.4));
    for (let tick = 0; tick <= release; tick++) {
      const still = { moveX: 0, moveY: 0, aim: 0, push: tick < release, dash: false, brace: false };
      const thought = brain.think(viewOf(world, victim));
      // The bot may brace, but neither run nor strike first: only its timing is looked at.
      const input = { ...thought, moveX: 0, moveY: 0, push: false, dash: false };
      const inputs = new Map([
        [victim.id, [input]],
        [attacker.id, [still]],
      ]);
      events.push(...step(world, { inputs }, DT));
    }
  }
  return events;
}

describe("keeping one's head", { timeout: 60_000 }, () => {
  it("saves a hard bot more often than an easy one from a throw that is too fast to run against", () => {
    const throws = 40;
    const hard = throwOver("hard", throws);
    // A hard bot keeps its composure 19 times in 20, an easy one 6 times in 20.
    expect(hard).toBeLessThan(throws * 0.3);
    expect(throwOver("easy", throws)).toBeGreaterThan(hard * 2);
  });

  it("answers a charge with a brace, which at hard throws the push back now and then", () => {
    const parries = (skill: Skill): number => attack(skill, 60).filter(({ type }) => type === "parry").length;
    const hard = parries("hard");
    expect(hard).toBeGreaterThan(6);
    expect(parries("easy")).toBeLessThan(hard);
  });

  it("does nothing while falling", () => {
    const { world, players } = worldWith(plain(), [10, 10]);
    const [self] = players;
    if (self === undefined) throw new Error("no player");
    self.action = Action.Falling;
    const { moveX, moveY, push, dash, brace } = createBrain("hard", 1).think(viewOf(world, self));
    expect({ moveX, moveY, push, dash, brace }).toEqual({
      moveX: 0,
      moveY: 0,
      push: false,
      dash: false,
      brace: false,
    });
  });
});
