import type { BrainView, SeenPlayer } from "#bots/brain/view.ts";
import { Tile } from "#shared/arena/arena.ts";
import { tileUnder } from "#shared/simulation/ground.ts";
import { sanitizeInput } from "#shared/simulation/input.ts";
import { Action, type PlayerInput } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";

/** Time (ticks) before a newcomer acts on what is on the screen. */
const REACTION = ticks(0.3);
/** Distance (tiles) from which the push is pressed, and how long it is held (ticks). */
const NEAR = 2.2;
const HOLD = ticks(0.25);
/** How far ahead (tiles) an edge is noticed. */
const LOOK = 0.9;

/** A model of somebody in their first matches: chases the nearest, reacts late, and knows neither dash nor brace. */
export class Newcomer {
  readonly #seen: (readonly SeenPlayer[])[] = [];
  #held = 0;

  /** What to do in this tick; call it once per tick. */
  think({ self, others, ground }: BrainView): PlayerInput {
    this.#seen.push(others.map(({ ...other }) => other));
    if (this.#seen.length > REACTION) this.#seen.shift();
    const idle = { moveX: 0, moveY: 0, aim: self.aim, push: false, dash: false, brace: false };
    const inPlay = (this.#seen[0] ?? []).filter(({ action }) => action !== Action.Falling);
    const far = (other: SeenPlayer): number => Math.hypot(other.x - self.x, other.y - self.y);
    const target = inPlay.sort((a, b) => far(a) - far(b))[0];
    if (target === undefined) return sanitizeInput(idle);
    const distance = Math.max(0.01, far(target));
    const x = (target.x - self.x) / distance;
    const y = (target.y - self.y) / distance;
    const safe = tileUnder(ground, self.x + x * LOOK, self.y + y * LOOK) !== Tile.Void;
    this.#held = distance < NEAR && this.#held < HOLD ? this.#held + 1 : 0;
    const walk = safe && distance > 1 ? 1 : 0;
    return sanitizeInput({
      ...idle,
      moveX: x * walk,
      moveY: y * walk,
      aim: Math.atan2(y, x),
      push: this.#held > 0,
    });
  }
}
