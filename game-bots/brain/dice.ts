import { nextRandom } from "#shared/random.ts";

/** A bot's own source of chance: the same seed gives the same throws. */
export class Dice {
  private state: number;

  /** `seed`: any 32-bit integer. */
  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 <= n < 1. */
  next(): number {
    const { state, value } = nextRandom(this.state);
    this.state = state;
    return value;
  }

  /** A number from `low` up to `high`. */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** True with a probability of 0..1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** About normal, mean 0, standard deviation 1: three throws summed, so it stays within 3. */
  spread(): number {
    return (this.next() + this.next() + this.next() - 1.5) * 2;
  }
}
