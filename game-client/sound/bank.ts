import { createRandom } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { renderSlices, SAMPLE_RATE } from "./synth.ts";

/** Calls back soon, after other things had their turn. */
export type Later = (work: () => void) => void;

/**
 * Renders sounds in the background, a slice of about a millisecond at a time, in the order of asking.
 * What is needed at once can be had at once, for the price of rendering it there and then.
 */
export class SoundBank {
  readonly #later: Later;
  readonly #ready = new Map<Recipe, AudioBuffer>();
  readonly #waiting = new Map<Recipe, Generator<undefined, Float32Array>>();
  #working = false;

  constructor(later: Later) {
    this.#later = later;
  }

  /** Asks for sounds ahead of time. */
  prepare(recipes: Iterable<Recipe>): void {
    for (const recipe of recipes) {
      if (!this.#ready.has(recipe) && !this.#waiting.has(recipe)) this.#waiting.set(recipe, begin(recipe));
    }
    this.#work();
  }

  isReady(recipe: Recipe): boolean {
    return this.#ready.has(recipe);
  }

  /** The sound, rendered now if it has not been yet. */
  get(recipe: Recipe): AudioBuffer {
    const ready = this.#ready.get(recipe);
    if (ready) return ready;
    const slices = this.#waiting.get(recipe) ?? begin(recipe);
    let slice = slices.next();
    while (!slice.done) slice = slices.next();
    return this.#keep(recipe, slice.value);
  }

  #work(): void {
    if (this.#working || this.#waiting.size === 0) return;
    this.#working = true;
    this.#later(() => {
      this.#working = false;
      const [next] = this.#waiting;
      if (!next) return;
      const [recipe, slices] = next;
      const slice = slices.next();
      if (slice.done) this.#keep(recipe, slice.value);
      this.#work();
    });
  }

  #keep(recipe: Recipe, samples: Float32Array): AudioBuffer {
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: SAMPLE_RATE });
    buffer.getChannelData(0).set(samples);
    this.#waiting.delete(recipe);
    this.#ready.set(recipe, buffer);
    return buffer;
  }
}

/** The seed is the same for all: what matters is that the noise is the same at each start. */
function begin(recipe: Recipe): Generator<undefined, Float32Array> {
  return renderSlices(recipe, createRandom(1));
}
