import type { ServerFigures } from "./report-schema.ts";

/** Values of a page of metrics, by name with labels as they are written. */
export type Samples = ReadonlyMap<string, number>;

/** Reads the text format of Prometheus. Lines that are no samples are left out. */
export function parseMetrics(text: string): Samples {
  const samples = new Map<string, number>();
  for (const line of text.split("\n")) {
    const match = /^([a-zA-Z_:][\w:]*(?:\{[^}]*\})?) (\S+)/.exec(line);
    const [, name, value] = match ?? [];
    if (name !== undefined && value !== undefined)
      samples.set(name, Number(value.replace("Inf", "Infinity")));
  }
  return samples;
}

/** How much a counter has grown; all its labels together when it has some. */
export function growth(name: string, from: Samples, to: Samples): number {
  const total = (samples: Samples): number => {
    let sum = 0;
    for (const [key, value] of samples) if (key === name || key.startsWith(`${name}{`)) sum += value;
    return sum;
  };
  return total(to) - total(from);
}

/** How much each label of a counter has grown; those that have not are left out. */
export function growthBy(name: string, label: string, from: Samples, to: Samples): Record<string, number> {
  const grown: Record<string, number> = {};
  for (const [key, value] of to) {
    const which = key.startsWith(`${name}{`) ? new RegExp(`${label}="([^"]*)"`).exec(key)?.[1] : undefined;
    const more = value - (from.get(key) ?? 0);
    if (which !== undefined && more > 0) grown[which] = (grown[which] ?? 0) + more;
  }
  return grown;
}

type Buckets = ServerFigures["stepLengths"];

/** What came into each bucket of a histogram of seconds in between, by upper bounds in ms. */
export function bucketsBetween(name: string, from: Samples, to: Samples): Buckets {
  const buckets: Buckets = [];
  let below = 0;
  for (const [key, value] of to) {
    const bound = key.startsWith(`${name}_bucket{`) ? /le="([^"]*)"/.exec(key)?.[1] : undefined;
    if (bound === undefined) continue;
    const upTo = value - (from.get(key) ?? 0);
    const ms = bound === "+Inf" ? null : Math.round(Number(bound) * 1e6) / 1000;
    buckets.push({ to: ms, count: upTo - below });
    below = upTo;
  }
  return buckets;
}

/**
 * A percentile (0..1) out of buckets (ms), evenly within its bucket; above the last bound it is that bound, which is then
 * too small. Undefined when the buckets are empty.
 */
export function percentile(buckets: Buckets, share: number): number | undefined {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  let below = 0;
  let lower = 0;
  for (const { to, count } of buckets) {
    if (to === null) return lower;
    if (count > 0 && below + count >= share * total) {
      return lower + (to - lower) * ((share * total - below) / count);
    }
    below += count;
    lower = to;
  }
  return lower;
}

/** The usual three percentiles, or undefined when there is nothing. */
export function percentiles(buckets: Buckets): { p50: number; p95: number; p99: number } | undefined {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(buckets, share));
  return p50 === undefined || p95 === undefined || p99 === undefined ? undefined : { p50, p95, p99 };
}
