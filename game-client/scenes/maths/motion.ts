/** Longest step of a spring (s): beyond it the integration would become unstable. */
const SPRING_STEP = 1 / 120;

/** A spring this near to rest is there. */
const SETTLED = 1e-4;

/** Moves a value towards a target so that the way left halves alike at every frame rate. `rate` in 1/s. */
export function approach(current: number, target: number, rate: number, dt: number): number {
  return target + (current - target) * Math.exp(-rate * dt);
}

/** A damped spring on one number: what makes things overshoot and settle. */
export class Spring {
  value: number;
  velocity = 0;
  /** What it is pulled to. */
  target: number;
  readonly #stiffness: number;
  readonly #damping: number;

  /** `stiffness` in 1/s^2, `damping` in 1/s. */
  constructor(value: number, stiffness: number, damping: number) {
    this.value = value;
    this.target = value;
    this.#stiffness = stiffness;
    this.#damping = damping;
  }

  /** Advances by `dt` seconds towards the target. */
  step(dt: number): void {
    const { target } = this;
    let { value, velocity } = this;
    // One that is there stays there, as most are.
    if (velocity === 0 && value === target) return;
    const stiffness = this.#stiffness;
    const damping = this.#damping;
    for (let left = dt; left > 0; ) {
      const h = Math.min(left, SPRING_STEP);
      velocity += ((target - value) * stiffness - velocity * damping) * h;
      value += velocity * h;
      left -= h;
    }
    this.value = value;
    this.velocity = velocity;
  }

  /** Whether it is where it is pulled to, and stays there; it settles once nobody could see the rest of the way. */
  isAtRest(): boolean {
    if (Math.abs(this.velocity) > SETTLED || Math.abs(this.value - this.target) > SETTLED) return false;
    this.reset(this.target);
    return true;
  }

  /** Stops at a value. */
  reset(value: number): void {
    this.value = value;
    this.velocity = 0;
  }
}

/** Smallest signed turn from one angle to another (radians, -pi..pi). */
export function turn(from: number, to: number): number {
  return Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

/** Limits a number. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Quick start, soft end; 0..1 to 0..1. */
export function easeOut(t: number): number {
  return 1 - (1 - t) ** 3;
}
