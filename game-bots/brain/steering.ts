import type { Ground } from "#shared/simulation/ground.ts";
import type { Body, PlayerInput } from "#shared/simulation/types.ts";
import { MOVE, ticks } from "#shared/tunables.ts";
import { rotate, type Vector } from "./geometry.ts";
import { Risk } from "./rehearsal.ts";
import { inward, isCalm } from "./terrain.ts";
import type { Situation } from "./traits.ts";

/** Turns (radians) from the wanted direction that are tried when it leads over an edge. */
const DETOURS = [0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9, 2.5, -2.5, Math.PI];
/** From this detour on standing still is thought of first. */
const FIRST_STAND = 5;
/** A detour is kept for this time: nobody changes their mind with every tick. */
const KEEP = ticks(0.14);
/** When no short move helps, moves that go on for this long are thought of. */
const LONG_HOLD = ticks(0.3);
/** Slower than this (tiles/s) the motion is no danger. */
const SLOW = 2;
const STAND: Vector = { x: 0, y: 0 };

/** Keeps a bot off the edges: turns moves that end in the void into ones that do not. */
export class Steering {
  private detour: Vector = STAND;
  private detourUntil = 0;

  private lost = false;

  /** Whether the last `move` found no safe move; true only once. */
  takeLost(): boolean {
    const { lost } = this;
    this.lost = false;
    return lost;
  }

  /** The safe move nearest to `wish`; against the motion when there is none. */
  move(situation: Situation, wish: Vector): Vector {
    const { self, ground, tick } = situation;
    this.lost = false;
    if (isCalm(ground, self.x, self.y) && isRunning(self)) return wish;
    if (tick < this.detourUntil && riskOf(situation, this.detour) === Risk.None) return this.detour;
    if (riskOf(situation, wish) === Risk.None) return wish;
    const hold = ticks(situation.ability.foresight);
    const detour = findDetour(situation, wish, hold) ?? findDetour(situation, wish, LONG_HOLD);
    this.lost = detour === undefined;
    this.detour = detour ?? homeward(self, ground);
    this.detourUntil = tick + KEEP;
    return this.detour;
  }
}

function findDetour(situation: Situation, wish: Vector, hold: number): Vector | undefined {
  const { self, ground, traits } = situation;
  const heading = Math.hypot(wish.x, wish.y) > 0.1 ? wish : homeward(self, ground);
  const tries = DETOURS.map((detour) => rotate(heading, detour * traits.side));
  tries.splice(FIRST_STAND, 0, STAND);
  let best: Vector | undefined;
  let least: Risk = Risk.Fall;
  for (const move of tries) {
    const risk = riskOf(situation, move, hold);
    if (risk === Risk.None) return move;
    if (risk >= least) continue;
    best = move;
    least = risk;
  }
  return best;
}

function riskOf(situation: Situation, move: Vector, hold = ticks(situation.ability.foresight)): Risk {
  const { self, ground, rehearsal } = situation;
  const input: PlayerInput = {
    moveX: move.x,
    moveY: move.y,
    aim: self.aim,
    push: false,
    dash: false,
    brace: false,
  };
  return rehearsal.risk(self, ground, input, hold);
}

function isRunning(self: Body): boolean {
  const limit = MOVE.topSpeed + 0.5;
  return self.vx * self.vx + self.vy * self.vy < limit * limit;
}

/** Against the motion, or away from the edges when slow; east where all directions are alike. */
function homeward(self: Body, ground: Ground): Vector {
  const speed = Math.hypot(self.vx, self.vy);
  if (speed > SLOW) return { x: -self.vx / speed, y: -self.vy / speed };
  const home = inward(ground, self.x, self.y);
  return home.x === 0 && home.y === 0 ? { x: 1, y: 0 } : home;
}
