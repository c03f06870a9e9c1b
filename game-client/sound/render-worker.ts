import { createRandom } from "./random.ts";
import type { Recipe } from "./recipe.ts";
import { render } from "./synth.ts";

// A thread of its own: it answers each recipe with the samples.
addEventListener("message", ({ data }: MessageEvent<Recipe>) => {
  // The seed is the same for all: what matters is that the noise is the same at each start.
  const samples = render(data, createRandom(1));
  postMessage(samples, { transfer: [samples.buffer] });
});
