import { Digits } from "../characters/digits.ts";
import type { Kit } from "../kit.ts";

/** Numbers at a time. */
const COUNT = 14;
const LIFE = 0.9;
/** How fast and how far a number jumps up (tiles/s, tiles/s^2). */
const JUMP = 3.4;
const GRAVITY = 6.5;

interface Flying {
  readonly digits: Digits;
  age: number;
  vx: number;
  vy: number;
  size: number;
}

/** The amounts of wobble that pop out of who is hit. */
export class DamageNumbers {
  readonly #numbers: Flying[];
  #next = 0;

  constructor(kit: Kit) {
    this.#numbers = Array.from({ length: COUNT }, () => {
      const digits = new Digits(kit, 4);
      digits.visible = false;
      kit.layers.labels.add(digits);
      return { digits, age: LIFE, vx: 0, vy: 0, size: 1 };
    });
  }

  /** `way` is the horizontal direction of the blow, -1..1. */
  pop(x: number, y: number, amount: number, tone: number, way: number): void {
    const number = this.#numbers[this.#next];
    this.#next = (this.#next + 1) % COUNT;
    if (!number) return;
    number.digits.write(`+${Math.round(amount)}`, tone).setPosition(x, y);
    number.age = 0;
    number.vx = way * 1.1;
    number.vy = -JUMP;
    number.size = 0.85 + Math.min(0.6, amount / 40);
  }

  /** Without `jumps` a number stands where it came, and fades. */
  update(dt: number, jumps: boolean): void {
    for (const number of this.#numbers) {
      if (number.age >= LIFE) {
        number.digits.visible = false;
        continue;
      }
      number.age += dt;
      number.vy += GRAVITY * dt;
      const { digits } = number;
      digits.visible = true;
      if (jumps) {
        digits.x += number.vx * dt;
        digits.y += number.vy * dt;
      }
      const t = number.age / LIFE;
      const pop = t < 0.12 ? 0.4 + (t / 0.12) * 0.95 : t < 0.24 ? 1.35 - ((t - 0.12) / 0.12) * 0.35 : 1;
      digits.setScale(number.size * (jumps ? pop : 1));
      digits.alpha = t < 0.7 ? 1 : (1 - t) / 0.3;
    }
  }

  destroy(): void {
    for (const { digits } of this.#numbers) digits.destroy();
  }
}
