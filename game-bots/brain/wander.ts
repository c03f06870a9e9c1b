import { ticks } from "#shared/tunables.ts";
import { distanceBetween, type Vector } from "./geometry.ts";
import { clearanceAt } from "./terrain.ts";
import type { Situation } from "./traits.ts";

/** A goal is given up after this time. */
const PATIENCE = ticks(5);
/** Close enough (tiles) to have arrived. */
const ARRIVED = 0.7;
/** Room (tiles) that a goal should have around it. */
const COMFORT = 1.2;
/** Places looked at for a comfortable one. */
const LOOKS = 6;

/** Strolls from one comfortable place to another, with pauses, for want of anybody to push. */
export class Wander {
  private goal: Vector | undefined;
  private goalUntil = 0;
  private pauseUntil = 0;

  /** Where to go now, or undefined for standing around. */
  place(situation: Situation): Vector | undefined {
    const { self, tick, dice } = situation;
    const arrived = this.goal !== undefined && distanceBetween(self, this.goal) < ARRIVED;
    if (this.goal === undefined || arrived || tick > this.goalUntil) {
      this.goal = pickGoal(situation);
      this.goalUntil = tick + PATIENCE;
      if (arrived) this.pauseUntil = tick + ticks(dice.between(0.1, 0.9));
    }
    return tick < this.pauseUntil ? undefined : this.goal;
  }
}

function pickGoal({ ground, dice }: Situation): Vector {
  const { arena } = ground;
  for (let look = 0; look < LOOKS; look++) {
    const place = { x: dice.between(0, arena.width), y: dice.between(0, arena.height) };
    if (clearanceAt(ground, place.x, place.y) > COMFORT) return place;
  }
  return (
    arena.spawns[Math.floor(dice.next() * arena.spawns.length)] ?? { x: arena.width / 2, y: arena.height / 2 }
  );
}
