import type { Samples } from "./metrics-text.ts";

/** Counters of several processes as those of one that never ends: what a process counts that is started anew comes on top. */
export class SummedMetrics {
  readonly #last = new Map<string, Samples>();
  readonly #sums = new Map<string, number>();

  /** Takes in what processes tell now, by their ids. Returns the sums so far. */
  take(told: ReadonlyMap<string, Samples>): Samples {
    const isFirst = this.#last.size === 0;
    for (const [id, samples] of told) {
      // What one has used before it was known belongs to nothing that is measured.
      const before = this.#last.get(id) ?? (isFirst ? undefined : samples);
      for (const [name, value] of samples) {
        this.#sums.set(name, (this.#sums.get(name) ?? 0) + value - (before?.get(name) ?? 0));
      }
      this.#last.set(id, samples);
    }
    return new Map(this.#sums);
  }

  /** How much a counter of one process has grown since it was told last; undefined the first time. */
  grown(id: string, name: string, samples: Samples): number | undefined {
    const before = this.#last.get(id)?.get(name);
    return before === undefined ? undefined : (samples.get(name) ?? 0) - before;
  }
}
