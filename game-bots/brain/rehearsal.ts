import { Tile } from "#shared/arena/arena.ts";
import { createBody, type StepContext, stepBody } from "#shared/simulation/body.ts";
import { type Ground, tileUnder } from "#shared/simulation/ground.ts";
import { endEffect } from "#shared/simulation/pickups/effect.ts";
import { effectOf } from "#shared/simulation/pickups/rules.ts";
import { Action, type Body, type PlayerInput } from "#shared/simulation/types.ts";
import { DT, ticks } from "#shared/tunables.ts";
import type { Vector } from "./geometry.ts";

/** How dangerous a move is. */
export const Risk = {
  /** Ends on firm ground. */
  None: 0,
  /** Ends on a tile that is about to crumble away. */
  Shaky: 1,
  /** Ends in the void. */
  Fall: 2,
} as const;
export type Risk = (typeof Risk)[keyof typeof Risk];

/** Tiles that shake now are taken to be gone after this time (ticks): nobody knows how long they have shaken. */
const SHAKING = 16;
/** A rehearsal ends at the latest after this time: long enough to slide to a stop on ice. */
const MAX_TICKS = ticks(1.4);
/** Slower than this (tiles/s) counts as standing. */
const STANDING = 0.4;

/**
 * Plays a move through in the mind, by the rules of the game itself: the input is held for a while, then
 * everything is let go until the body stands still. Nobody else moves.
 */
export class Rehearsal {
  private readonly body: Body = createBody(0, 0);
  private readonly rest: PlayerInput = { moveX: 0, moveY: 0, aim: 0, push: false, dash: false, brace: false };

  /** Where the body of the last rehearsal ended (tiles). */
  get end(): Vector {
    return this.body;
  }

  /** The risk of holding `input` for `hold` ticks and then stopping. */
  risk(self: Body, ground: Ground, input: PlayerInput, hold: number): Risk {
    const { body, rest } = this;
    Object.assign(body, self);
    // A bubble bursts when one needs it: it is no part of a plan.
    if (effectOf(body).floats) endEffect(body);
    rest.aim = input.aim;
    const now: StepContext = { ground, tick: 0, id: "", dt: DT, emit: ignore };
    const later: StepContext = { ...now, ground: withoutShaking(ground) };
    for (let tick = 0; tick < MAX_TICKS; tick++) {
      stepBody(body, tick < hold ? input : rest, tick < SHAKING ? now : later);
      // The moment that the rules forgive is no part of a plan, except of one to get back.
      const strays = body.voidTicks > 0 && self.voidTicks === 0;
      if (body.action === Action.Falling || strays) return Risk.Fall;
      const standing = body.vx * body.vx + body.vy * body.vy < STANDING * STANDING;
      if (tick >= hold && standing && body.airTicks === 0) break;
    }
    return this.isShaky(ground) ? Risk.Shaky : Risk.None;
  }

  private isShaky(ground: Ground): boolean {
    const { x, y } = this.body;
    if (tileUnder(ground, x, y) !== Tile.Crumble) return false;
    const { arena } = ground;
    const position = arena.crumbleIndex[Math.floor(y) * arena.width + Math.floor(x)] ?? -1;
    return ground.crumblePhases[position] === 1;
  }
}

/** The ground when all that shakes has fallen. */
function withoutShaking(ground: Ground): Ground {
  const { crumblePhases } = ground;
  if (!Array.prototype.includes.call(crumblePhases, 1)) return ground;
  return { ...ground, crumblePhases: Array.from(crumblePhases, (phase) => (phase === 1 ? 2 : phase)) };
}

function ignore(): void {}
