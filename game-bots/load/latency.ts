import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from "hdr-histogram-js";
import type { Distribution } from "./report-schema.ts";

/** What is timed. */
export const LATENCIES = [
  "timeToJoin",
  "roundTrip",
  "inputToAck",
  "patchInterval",
  "ageOfState",
  "reconnect",
  "move",
] as const;
export type LatencyName = (typeof LATENCIES)[number];

/** Longest time (us) that is told apart; what took longer counts as this. */
const MAX_US = 120_000_000;

/** An empty histogram of times in microseconds, with three digits. */
function emptyHistogram(): Histogram {
  return build({ highestTrackableValue: MAX_US, numberOfSignificantValueDigits: 3, autoResize: false });
}

/** Histograms of all that is timed, by name, as they travel between processes. */
export type EncodedLatencies = Partial<Record<LatencyName, string>>;

/** One histogram for each thing that is timed. Percentiles come from merged histograms, never from percentiles. */
export class Latencies {
  readonly #histograms = new Map<LatencyName, Histogram>();

  /** Notes a time in ms; a negative one, which only a clock that is out of step can measure, counts as 0. */
  record(name: LatencyName, ms: number): void {
    const us = Math.round(Math.min(MAX_US, Math.max(0, ms * 1000)));
    this.#of(name).recordValue(us);
  }

  /** Takes in what another process measured. */
  add(encoded: EncodedLatencies): void {
    for (const name of LATENCIES) {
      const text = encoded[name];
      if (text !== undefined) this.#of(name).add(decodeFromCompressedBase64(text));
    }
  }

  /** What was measured so far, for another process. */
  encode(): EncodedLatencies {
    const encoded: EncodedLatencies = {};
    for (const [name, histogram] of this.#histograms) {
      if (histogram.totalCount > 0) encoded[name] = encodeIntoCompressedBase64(histogram, 1);
    }
    return encoded;
  }

  /** Forgets everything. */
  reset(): void {
    for (const histogram of this.#histograms.values()) histogram.reset();
  }

  /** Percentiles in ms, or undefined when nothing was measured. */
  distribution(name: LatencyName): Distribution | undefined {
    const histogram = this.#histograms.get(name);
    if (histogram === undefined || histogram.totalCount === 0) return undefined;
    const at = (percentile: number): number => histogram.getValueAtPercentile(percentile) / 1000;
    return {
      count: histogram.totalCount,
      p50: at(50),
      p90: at(90),
      p95: at(95),
      p99: at(99),
      p999: at(99.9),
      max: at(100),
    };
  }

  #of(name: LatencyName): Histogram {
    let histogram = this.#histograms.get(name);
    if (histogram === undefined) {
      histogram = emptyHistogram();
      this.#histograms.set(name, histogram);
    }
    return histogram;
  }
}
