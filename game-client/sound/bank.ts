import type { Recipe } from "./recipe.ts";
import { SAMPLE_RATE } from "./synth.ts";

/** Makes the samples of a sound somewhere else, one sound at a time. */
export type Render = (recipe: Recipe) => Promise<Float32Array<ArrayBuffer>>;

/**
 * Has sounds rendered one by one in the background, in the order of asking, and keeps them. When one fails, no more of
 * them come.
 */
export class SoundBank {
  readonly #render: Render;
  readonly #ready = new Map<Recipe, AudioBuffer>();
  readonly #waiting = new Set<Recipe>();
  #working = false;

  constructor(render: Render) {
    this.#render = render;
  }

  /** Asks for sounds ahead of time. */
  prepare(recipes: Iterable<Recipe>): void {
    for (const recipe of recipes) if (!this.#ready.has(recipe)) this.#waiting.add(recipe);
    if (!this.#working) this.#work().catch((error) => console.warn("Sounds are missing:", error));
  }

  /** Asks for a sound before all others that are waited for. */
  hurry(recipe: Recipe): void {
    const others = [...this.#waiting];
    this.#waiting.clear();
    this.prepare([recipe, ...others]);
  }

  isReady(recipe: Recipe): boolean {
    return this.#ready.has(recipe);
  }

  /** The sound; undefined until it is there. */
  get(recipe: Recipe): AudioBuffer | undefined {
    return this.#ready.get(recipe);
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (const recipe of this.#waiting) {
      const samples = await this.#render(recipe);
      const buffer = new AudioBuffer({ length: samples.length, sampleRate: SAMPLE_RATE });
      buffer.copyToChannel(samples, 0);
      this.#ready.set(recipe, buffer);
      this.#waiting.delete(recipe);
    }
    this.#working = false;
  }
}
