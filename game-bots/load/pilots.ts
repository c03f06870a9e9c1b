import { createBrain } from "#bots/brain/brain.ts";
import { Dice } from "#bots/brain/dice.ts";
import { bearing, distanceBetween, type Vector } from "#bots/brain/geometry.ts";
import type { BrainView } from "#bots/brain/view.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import type { Pilot } from "./options.ts";

/** What plays a client's character; called once per tick. */
export type Think = (view: BrainView) => PlayerInput;

/** Close enough (tiles) to a goal to choose the next one. */
const ARRIVED = 1;
/** Longest time on the way to one goal. */
const PATIENCE = ticks(3);
/** Share of the ticks in which a dash or a push begins. */
const PUSHES = 0.01;

/** Makes what plays a character; the same seed and the same views give the same inputs. */
export function createPilot(pilot: Pilot, seed: number): Think {
  if (pilot === "wander") return wander(seed);
  const brain = createBrain(pilot, seed);
  return (view) => brain.think(view);
}

/** Runs from spawn to spawn and pushes now and then, without a thought: always in motion, at little cost. */
function wander(seed: number): Think {
  const dice = new Dice(seed);
  let goal: Vector | undefined;
  let until = 0;
  return ({ self, tick, ground }) => {
    if (goal === undefined || tick > until || distanceBetween(self, goal) < ARRIVED) {
      const { spawns } = ground.arena;
      goal = spawns[Math.floor(dice.next() * spawns.length)] ?? { x: 0, y: 0 };
      until = tick + PATIENCE;
    }
    const aim = bearing(self, goal);
    const push = dice.chance(PUSHES);
    return { moveX: Math.cos(aim), moveY: Math.sin(aim), aim, push, dash: false, brace: false };
  };
}
