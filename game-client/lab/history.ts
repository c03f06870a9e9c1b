/** What a pane is asked four times a second. */
export const LINES = ["age", "roundTrip", "updates", "requests", "bytesDown", "bytesUp"] as const;
/**
 * "age": of the newest state (ms). "roundTrip": from an input to its acknowledgement (ms). "updates": moments a second
 * at which something new came. "requests", "bytesDown", "bytesUp": a second, bytes with their overhead.
 */
export type LabLine = (typeof LINES)[number];
export type Sample = Readonly<Record<LabLine, number>>;

/** Time (ms) between two samples, and how many are kept: half a minute. */
export const SAMPLE_MS = 250;
export const SAMPLES = 120;

/** The samples of the last half minute, in memory that does not grow. */
export class LabHistory {
  /** Oldest first; null where there is nothing yet. The arrays stay the same ones. */
  readonly lines: Readonly<Record<LabLine, (number | null)[]>> = {
    age: empty(),
    roundTrip: empty(),
    updates: empty(),
    requests: empty(),
    bytesDown: empty(),
    bytesUp: empty(),
  };

  add(sample: Sample): void {
    for (const name of LINES) {
      const line = this.lines[name];
      line.shift();
      line.push(Number.isFinite(sample[name]) ? sample[name] : null);
    }
  }

  /** Mean of a line over its newest samples; NaN when there are none. */
  mean(name: LabLine, samples: number): number {
    let sum = 0;
    let count = 0;
    for (const value of this.lines[name].slice(-samples)) {
      if (value === null) continue;
      sum += value;
      count += 1;
    }
    return count === 0 ? Number.NaN : sum / count;
  }

  /** What a line hardly ever exceeds (95th percentile): one monster would flatten all the rest. 0 when it is empty. */
  usual(name: LabLine): number {
    const values = this.lines[name].filter((value) => value !== null).sort((a, b) => a - b);
    return values[Math.ceil(values.length * 0.95) - 1] ?? 0;
  }
}

function empty(): (number | null)[] {
  return Array.from({ length: SAMPLES }, () => null);
}
