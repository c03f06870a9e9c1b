import type Phaser from "phaser";
import type { DrawnPlayer } from "#player/netcode/match-view.ts";
import { Action } from "#shared/simulation/types.ts";
import type { Kit } from "../kit.ts";
import { approach } from "../maths/motion.ts";
import type { LookPieces } from "../sprites/look-book.ts";
import { Part } from "../sprites/part.ts";
import { ANATOMY } from "./anatomy.ts";
import type { Pose } from "./pose.ts";

const UNIT = 1 / 100;
const SIDES = [-1, 1] as const;
/** How quickly hands reach where they want to be, and a thrust wears off (1/s). */
const RATE = { hands: 22, thrust: 7 } as const;
/** Extra reach of the hands at the peak of a push (tiles). */
const THRUST = 0.5;

/** Two hands and two feet. Hands are there twice: behind the body and in front of it. */
export class Limbs {
  readonly #feet: readonly Part[];
  readonly #behind: readonly Part[];
  readonly #before: readonly Part[];
  #spread: number = ANATOMY.handSpread;
  #reach = ANATOMY.handReach * UNIT;
  #thrust = 0;

  /** Adds to `parent` what is behind the body; `addFront` adds what is before it. */
  constructor(kit: Kit, parent: Phaser.GameObjects.Container, pieces: LookPieces) {
    const make = (piece: LookPieces["hand"]) => new Part(kit.scene, piece);
    this.#feet = SIDES.map(() => make(pieces.foot));
    this.#behind = SIDES.map(() => make(pieces.hand));
    this.#before = SIDES.map(() => make(pieces.hand));
    parent.add([...this.#feet, ...this.#behind]);
  }

  addFront(parent: Phaser.GameObjects.Container): void {
    parent.add([...this.#before]);
  }

  wear(pieces: LookPieces): void {
    for (const foot of this.#feet) foot.wear(pieces.foot);
    for (const hand of [...this.#behind, ...this.#before]) hand.wear(pieces.hand);
  }

  /** Throws the hands forward; `strength` 0..1. */
  thrust(strength: number): void {
    this.#thrust = 0.55 + 0.45 * strength;
    this.#reach += THRUST * this.#thrust;
    this.#spread = 0.4;
  }

  update(player: DrawnPlayer, pose: Pose, time: number, dt: number): void {
    this.#thrust = approach(this.#thrust, 0, RATE.thrust, dt);
    const spread = this.#wantedSpread(player, pose, time);
    this.#spread = approach(this.#spread, spread, RATE.hands, dt);
    const reach = wantedReach(player) + THRUST * this.#thrust;
    this.#reach = approach(this.#reach, reach, RATE.hands, dt);
    for (let i = 0; i < SIDES.length; i++) {
      const side = SIDES[i] ?? 1;
      this.#hand(i, side, player, pose);
      this.#foot(i, side, player, pose);
    }
  }

  /** Angle of the hands off the aim for what the player does. */
  #wantedSpread(player: DrawnPlayer, pose: Pose, time: number): number {
    if (player.fall > 0 || player.height > 0) return 1.5 + Math.sin(time * 22) * 0.5;
    if (this.#thrust > 0.2) return 0.38;
    if (player.action === Action.Charging) return 0.75 + 0.5 * player.charge;
    if (player.action === Action.Dashing) return 2.4;
    if (player.action === Action.Bracing) return 0.48;
    return ANATOMY.handSpread + Math.sin(pose.gait) * 0.25 * pose.stride;
  }

  #hand(i: number, side: number, player: DrawnPlayer, pose: Pose): void {
    const angle = player.aim + side * this.#spread;
    const x = Math.cos(angle) * this.#reach;
    const deep = Math.sin(angle) * this.#reach;
    const swing = Math.sin(pose.gait + (side > 0 ? Math.PI : 0)) * 0.05 * pose.stride;
    const y = deep * 0.82 + (ANATOMY.bodyY + 14) * UNIT - pose.lift - swing;
    const front = deep > -0.06;
    const before = this.#before[i];
    const behind = this.#behind[i];
    if (!before || !behind) return;
    before.visible = front;
    behind.visible = !front;
    (front ? before : behind).at(x, y);
  }

  #foot(i: number, side: number, player: DrawnPlayer, pose: Pose): void {
    const foot = this.#feet[i];
    if (!foot) return;
    const phase = pose.gait + (side > 0 ? Math.PI : 0);
    const speed = Math.max(0.1, Math.sqrt(player.vx * player.vx + player.vy * player.vy));
    const step = Math.sin(phase) * 0.15 * pose.stride;
    const raise = Math.max(0, Math.cos(phase)) * 0.07 * pose.stride;
    const planted = player.action === Action.Bracing ? 1.35 : 1;
    const x = side * ANATOMY.footGap * UNIT * planted + (player.vx / speed) * step;
    const y = ANATOMY.footY * UNIT + (player.vy / speed) * step * 0.6 - raise - pose.lift * 0.92;
    foot.at(x, y);
  }
}

/** Distance of the hands for what the player does (tiles). */
function wantedReach(player: DrawnPlayer): number {
  const rest = ANATOMY.handReach * UNIT;
  if (player.fall > 0 || player.height > 0) return rest + 0.06;
  if (player.action === Action.Charging) return rest - 0.16 * player.charge;
  return player.action === Action.Bracing ? rest + 0.04 : rest;
}
