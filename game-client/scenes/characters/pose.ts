import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import { Action } from "#shared/simulation/types.ts";
import { approach, clamp, Spring, turn } from "../maths/motion.ts";

/** Stretch along the velocity at the speed of a hard launch (tiles/s). */
const STRETCH = { most: 0.26, speed: 18 } as const;
/** A change of velocity larger than this within a frame (tiles/s) is a blow. */
const BLOW = 4;
/** How strongly a blow and a landing squash (1/s per tile/s, 1/s). */
const SQUASH = { blow: -0.42, most: -8, land: -7 } as const;
/** Steps per tile walked (radians of the gait). */
const GAIT = 2.6;
/** Top of the arc after a spring (tiles). */
export const AIR = 1.25;
/** Turns while falling. */
const FALL_TURNS = 1.6;
/** How far a falling body drops (tiles). */
const FALL_DROP = 2.6;

/** What a body does beyond being at its place: pure numbers, no drawing. Lengths in tiles, angles in radians. */
export class Pose {
  /** Lift above the ground. */
  lift = 0;
  /** Direction and amount of the stretch; negative amounts squash. */
  stretchAngle = 0;
  stretch = 0;
  /** Change of height, volume kept. */
  squash = 0;
  lean = 0;
  /** Phase of the walk and how much of a step is taken, 0..1. */
  gait = 0;
  stride = 0;
  /** Size, turn, drop and opacity of a fall; 1, 0, 0, 1 on the ground. */
  size = 1;
  spin = 0;
  drop = 0;
  alpha = 1;
  /** Seconds since the last blow. */
  sinceBlow = 9;
  readonly #squash = new Spring(0, 340, 12);
  readonly #jelly = new Spring(0, 260, 9);
  #vx = 0;
  #vy = 0;
  #height = 0;
  #spinSign = 1;

  /** Presses the body; negative values flatten it (1/s). */
  kick(strength: number): void {
    this.#squash.velocity += strength;
  }

  /** Notes a blow that the eyes shall show. */
  hurt(): void {
    this.sinceBlow = 0;
  }

  /** `bobs`: share (0..1) to which it bobs, stretches and tumbles. */
  update(player: DrawnPlayer, time: number, dt: number, bobs: number): void {
    const speed = Math.sqrt(player.vx * player.vx + player.vy * player.vy);
    this.sinceBlow += dt;
    this.#react(player, speed);
    if (speed > 1.2) {
      const way = turn(this.stretchAngle, Math.atan2(player.vy, player.vx));
      this.stretchAngle += way * (1 - Math.exp(-18 * dt));
    }
    const wanted = Math.min(1, speed / STRETCH.speed) * STRETCH.most * bobs;
    this.#jelly.step(dt);
    this.stretch = approach(this.stretch, wanted, 16, dt) + this.#jelly.value * 0.5 * bobs;
    const breath = Math.sin(time * 3.1) * 0.018 * bobs;
    const crouch = player.action === Action.Bracing ? -0.13 : -0.1 * player.charge;
    const tremble = player.action === Action.Charging ? Math.sin(time * 60) * 0.02 * player.charge * bobs : 0;
    this.#squash.target = crouch;
    this.#squash.step(dt);
    this.squash = crouch + (this.#squash.value - crouch) * bobs + breath + tremble;
    this.stride = approach(this.stride, clamp(speed / 4, 0, 1), 14, dt);
    this.gait += speed * GAIT * dt;
    const drunk = clamp((player.wobble - 80) / 220, 0, 1) * Math.sin(time * 5) * 0.09 * bobs;
    this.lean = approach(this.lean, clamp(player.vx / 9, -1, 1) * 0.16, 12, dt) + drunk * dt * 10;
    this.lift = player.height * AIR + Math.abs(Math.sin(this.gait)) * 0.05 * this.stride * bobs;
    this.#fall(player, bobs);
  }

  /** In place of `update` while nobody sees it: it takes note of the pace, so that none of it looks like a blow later. */
  pass(player: DrawnPlayer, dt: number): void {
    this.sinceBlow += dt;
    this.#note(player);
  }

  #react(player: DrawnPlayer, speed: number): void {
    const dx = player.vx - this.#vx;
    const dy = player.vy - this.#vy;
    const dv = Math.sqrt(dx * dx + dy * dy);
    if (dv > BLOW) {
      this.kick(Math.max(SQUASH.most, dv * SQUASH.blow));
      this.#jelly.velocity += Math.min(4, dv * 0.2) * (speed > 1 ? 1 : -1);
    }
    if (this.#height > 0 && player.height === 0) this.kick(SQUASH.land);
    if (this.#height === 0 && player.height > 0) this.kick(-SQUASH.land);
    this.#note(player);
  }

  #note(player: DrawnPlayer): void {
    if (player.fall === 0) this.#spinSign = player.vx < 0 ? -1 : 1;
    this.#vx = player.vx;
    this.#vy = player.vy;
    this.#height = player.height;
  }

  #fall(player: DrawnPlayer, bobs: number): void {
    const f = player.fall;
    this.size = 1 - f * f * 0.85;
    this.spin = f * FALL_TURNS * Math.PI * 2 * this.#spinSign * bobs;
    this.drop = f * f * FALL_DROP;
    this.alpha = f >= 1 ? 0 : 1 - f ** 4;
  }
}
