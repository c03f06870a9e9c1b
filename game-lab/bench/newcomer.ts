import type { BrainView, SeenPlayer } from "#bots/brain/view.ts";
import { Tile } from "#shared/arena/arena.ts";
import { type Ground, tileUnder } from "#shared/simulation/ground.ts";
import { sanitizeInput } from "#shared/simulation/input.ts";
import type { Place } from "#shared/simulation/tick-input.ts";
import { Action, type Body, type PlayerInput } from "#shared/simulation/types.ts";
import { MOVE, ticks } from "#shared/tunables.ts";

/** Time (ticks) before a newcomer acts on what is on the screen. */
const REACTION = ticks(0.3);
/** Distance (tiles) from which the push is pressed, and how long it is held (ticks). */
const NEAR = 2.2;
const HOLD = ticks(0.25);
/** How far ahead (tiles) an edge is noticed, and looked for at once: a corner of the void is seen as well as a shore. */
const LOOK = [0.45, 0.9];
/** Faster than this (tiles/s) somebody flies. */
const FLYING = MOVE.topSpeed + 1.5;

/**
 * A model of somebody in their first matches: chases the nearest, reacts late, and knows neither dash nor brace. They stop at an edge,
 * steer against a throw and leave ground that shakes, as late as they react to anything; ice, belts and springs surprise them.
 */
export class Newcomer {
  readonly #seen: (readonly SeenPlayer[])[] = [];
  #held = 0;
  #flies = 0;
  #shakes = 0;
  #firm: Place = { x: 0, y: 0 };

  /** What to do in this tick; call it once per tick. */
  think({ self, others, ground }: BrainView): PlayerInput {
    this.#seen.push(others.map(({ ...other }) => other));
    if (this.#seen.length > REACTION) this.#seen.shift();
    const idle = { moveX: 0, moveY: 0, aim: self.aim, push: false, dash: false, brace: false };
    const back = this.#escape(self, ground);
    const inPlay = (this.#seen[0] ?? []).filter(({ action }) => action !== Action.Falling);
    const far = (other: SeenPlayer): number => Math.hypot(other.x - self.x, other.y - self.y);
    const target = inPlay.sort((a, b) => far(a) - far(b))[0];
    if (target === undefined) return sanitizeInput({ ...idle, ...back });
    const distance = Math.max(0.01, far(target));
    const way = unit(target.x - self.x, target.y - self.y);
    this.#held = distance < NEAR && this.#held < HOLD ? this.#held + 1 : 0;
    const walks = distance > 1 && isGround(ground, self, way);
    const move = back ?? { moveX: walks ? way.x : 0, moveY: walks ? way.y : 0 };
    return sanitizeInput({ ...idle, ...move, aim: Math.atan2(way.y, way.x), push: this.#held > 0 });
  }

  /** Against a flight, and off ground that shakes to where it did not, once either was seen for long enough. */
  #escape(self: Body, ground: Ground): Pick<PlayerInput, "moveX" | "moveY"> | undefined {
    const speed = Math.hypot(self.vx, self.vy);
    this.#flies = speed > FLYING && self.airTicks === 0 ? this.#flies + 1 : 0;
    const isShaking = shakes(ground, self);
    this.#shakes = isShaking ? this.#shakes + 1 : 0;
    if (!isShaking && tileUnder(ground, self.x, self.y) !== Tile.Void) this.#firm = { x: self.x, y: self.y };
    if (this.#flies > REACTION) return { moveX: -self.vx / speed, moveY: -self.vy / speed };
    if (this.#shakes <= REACTION) return undefined;
    const back = unit(this.#firm.x - self.x, this.#firm.y - self.y);
    return { moveX: back.x, moveY: back.y };
  }
}

/** Whether there is ground a little ahead in a direction (unit vector), as far as somebody looks who runs. */
function isGround(ground: Ground, { x, y }: Place, way: Place): boolean {
  return LOOK.every((far) => tileUnder(ground, x + way.x * far, y + way.y * far) !== Tile.Void);
}

/** Whether somebody stands on a crumbling tile that shakes. */
function shakes(ground: Ground, { x, y }: Place): boolean {
  if (tileUnder(ground, x, y) !== Tile.Crumble) return false;
  const position = ground.arena.crumbleIndex[Math.floor(y) * ground.arena.width + Math.floor(x)] ?? -1;
  return ground.crumblePhases[position] === 1;
}

function unit(x: number, y: number): Place {
  const length = Math.max(0.01, Math.hypot(x, y));
  return { x: x / length, y: y / length };
}
