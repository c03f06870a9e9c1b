import { DT, ticks } from "#shared/tunables.ts";
import { distanceBetween, type Vector } from "./geometry.ts";
import type { Ability } from "./skills.ts";
import type { SeenPlayer } from "./view.ts";

/** Farthest that a moving target is led (tiles): whoever flies faster is looked after, not ahead of. */
const MAX_LEAD = 1.2;

/** Farther away (tiles) nobody is noticed: about what is on a screen. */
const SIGHT = 16;

/** The last few things seen, so that a bot acts on what it saw a reaction time ago. */
export class Memory {
  private readonly frames: SeenPlayer[][] = [];
  private readonly delay: number;
  private readonly lead: number;

  constructor(ability: Ability) {
    this.delay = ticks(ability.reaction);
    this.lead = this.delay * DT * ability.anticipation;
  }

  /**
   * Takes in what is on the screen and returns what the bot is aware of: the others a reaction time ago,
   * moved on by as much as it anticipates.
   */
  observe(self: Vector, others: readonly SeenPlayer[]): readonly SeenPlayer[] {
    if (this.frames.length > this.delay) this.frames.shift();
    const newest = others.filter((other) => distanceBetween(self, other) < SIGHT).map(glimpse);
    this.frames.push(newest);
    return (this.frames[0] ?? newest).map((seen) => this.led(seen));
  }

  private led(seen: SeenPlayer): SeenPlayer {
    const speed = Math.hypot(seen.vx, seen.vy);
    const time = speed > 0 ? Math.min(this.lead, MAX_LEAD / speed) : 0;
    return { ...seen, x: seen.x + seen.vx * time, y: seen.y + seen.vy * time };
  }
}

function glimpse(seen: SeenPlayer): SeenPlayer {
  const { id, x, y, vx, vy, aim, action, charge, wobble, protectTicks, team } = seen;
  return { id, x, y, vx, vy, aim, action, charge, wobble, protectTicks, team };
}
