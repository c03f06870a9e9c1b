import type { Layer } from "./recipe.ts";

/**
 * One sample of a wave of amplitude 1. `phase` is 0..1, `step` its advance per sample: the corners of
 * square and saw are rounded by it (polynomial band-limited steps), which keeps them free of aliases.
 */
export function waveAt(wave: Exclude<Layer["wave"], "noise">, phase: number, step: number): number {
  switch (wave) {
    case "sine":
      return Math.sin(2 * Math.PI * phase);
    case "triangle":
      // Starts at zero and rises, as the sine does.
      return 1 - 4 * Math.abs(((phase + 0.75) % 1) - 0.5);
    case "saw":
      return 2 * phase - 1 - corner(phase, step);
    case "square":
      return (phase < 0.5 ? 1 : -1) + corner(phase, step) - corner((phase + 0.5) % 1, step);
  }
}

/** What has to be added around a jump from -1 to 1 at phase 0. */
function corner(phase: number, step: number): number {
  if (phase < step) {
    const t = phase / step;
    return t + t - t * t - 1;
  }
  if (phase > 1 - step) {
    const t = (phase - 1) / step;
    return t * t + t + t + 1;
  }
  return 0;
}
