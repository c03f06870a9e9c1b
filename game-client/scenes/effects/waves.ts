import { PUSH } from "#shared/tunables.ts";
import type { Kit } from "../kit.ts";
import { easeOut } from "../maths/motion.ts";
import { Part } from "../sprites/part.ts";

/** One shock wave that runs outwards. Lengths in tiles, angles in radians. */
export interface Wave {
  active: boolean;
  x: number;
  y: number;
  aim: number;
  /** Half of the angle it covers; pi for a full circle. */
  half: number;
  reach: number;
  /** 0..1, how hard it is. */
  strength: number;
  age: number;
  life: number;
  /** Where the front is now. */
  radius: number;
}

/** Waves at a time; more replace the oldest. */
const COUNT = 10;
/** Time that a tap and a full push need to their reach (s). */
const LIFE = { tap: 0.26, full: 0.4 } as const;
/** Crests that follow the first, as shares of its life. */
const CRESTS = [0, 0.16, 0.32] as const;

/** The visible shock waves of pushes, cones of crescents as wide as the rules have them. */
export class Waves {
  readonly waves: readonly Wave[];
  readonly #crests: readonly (readonly Part[])[];
  #next = 0;

  constructor(kit: Kit) {
    const still = { active: false, x: 0, y: 0, aim: 0, half: 0, reach: 0, strength: 0, age: 0, life: 1 };
    this.waves = Array.from({ length: COUNT }, () => ({ ...still, radius: 0 }));
    this.#crests = this.waves.map(() =>
      CRESTS.map(() => {
        const part = new Part(kit.scene, kit.art.piece("wave"));
        part.visible = false;
        kit.layers.effects.add(part);
        return part;
      }),
    );
  }

  /** A push of the given charge (0..1). */
  push(x: number, y: number, aim: number, charge: number): void {
    const reach = PUSH.reachTap + (PUSH.reachFull - PUSH.reachTap) * charge;
    const life = LIFE.tap + (LIFE.full - LIFE.tap) * charge;
    this.#start(x, y, aim, PUSH.halfCone, reach, 0.4 + 0.6 * charge, life);
  }

  /** A burst to all sides that only bends the picture. */
  burst(x: number, y: number, reach: number, strength: number): void {
    this.#start(x, y, 0, Math.PI, reach, strength, 0.55);
  }

  update(dt: number): void {
    for (let index = 0; index < COUNT; index++) {
      const wave = this.waves[index];
      const parts = this.#crests[index];
      if (!wave?.active || parts === undefined) continue;
      wave.age += dt;
      if (wave.age >= wave.life) wave.active = false;
      const t = Math.min(1, wave.age / wave.life);
      wave.radius = wave.reach * easeOut(t);
      for (let crest = 0; crest < CRESTS.length; crest++) {
        const part = parts[crest];
        if (part === undefined) continue;
        const late = (t - (CRESTS[crest] ?? 0)) / (1 - (CRESTS[crest] ?? 0));
        part.visible = wave.active && wave.half < Math.PI && late > 0;
        if (!part.visible) continue;
        const radius = wave.reach * easeOut(late) * (1 - crest * 0.13);
        part.at(wave.x, wave.y).setRotation(wave.aim).size(Math.max(0.3, radius));
        part.alpha = (1 - late ** 2) * (1 - crest * 0.28) * (0.62 + 0.38 * wave.strength);
      }
    }
  }

  destroy(): void {
    for (const crests of this.#crests) for (const part of crests) part.destroy();
  }

  #start(
    x: number,
    y: number,
    aim: number,
    half: number,
    reach: number,
    strength: number,
    life: number,
  ): void {
    const wave = this.waves[this.#next];
    this.#next = (this.#next + 1) % COUNT;
    if (wave)
      Object.assign(wave, { active: true, x, y, aim, half, reach, strength, life, age: 0, radius: 0 });
  }
}
