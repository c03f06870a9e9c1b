/** The value below which a share 0..1 of the samples lies; not a number without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Not a number without samples. */
export function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
}

/** The largest sample above 0; 0 without one. */
export function largest(samples: readonly number[]): number {
  return samples.reduce((most, sample) => Math.max(most, sample), 0);
}

/** A mean with the half width of its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly margin: number;
}

/** 97.5 % quantile of the normal distribution: good enough from some twenty samples on. */
const Z = 1.96;

/** Mean of samples, with the normal approximation of its 95 % interval; not a number without samples. */
export function estimate(samples: readonly number[]): Estimate {
  const centre = mean(samples);
  if (samples.length < 2) return { mean: centre, margin: Number.NaN };
  const variance = samples.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (samples.length - 1);
  return { mean: centre, margin: Z * Math.sqrt(variance / samples.length) };
}

/** Wilson's 95 % interval of a share: `hits` out of `trials` (JASA 22, 1927). */
export function wilson(hits: number, trials: number): { readonly low: number; readonly high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const square = (Z * Z) / trials;
  const centre = (share + square / 2) / (1 + square);
  const margin = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  return { low: Math.max(0, centre - margin), high: Math.min(1, centre + margin) };
}
