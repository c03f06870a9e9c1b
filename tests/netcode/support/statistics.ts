/** The value below which a share 0..1 of the samples lies; not a number without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
}

export function largest(samples: readonly number[]): number {
  return samples.reduce((most, sample) => Math.max(most, sample), 0);
}
