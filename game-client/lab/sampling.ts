import { LabHistory } from "./history.ts";
import type { WireMeter, WireTotals } from "./wire-meter.ts";

/** Turns what happens in a pane into samples: its age by frames, and rates since the sample before. */
export class Sampling {
  readonly history = new LabHistory();
  readonly #meter: WireMeter;
  #updates = 0;
  #age = { sum: 0, count: 0 };
  #last: { at: number; updates: number; totals: WireTotals };

  constructor(meter: WireMeter, nowMs: number) {
    this.#meter = meter;
    this.#last = { at: nowMs, updates: 0, totals: { ...meter.totals } };
  }

  /** Age (ms) of what a frame has; a clock that is a little behind makes it no younger than nothing. */
  age(ms: number): void {
    this.#age.sum += Math.max(0, ms);
    this.#age.count += 1;
  }

  /** Something new has come. */
  update(): void {
    this.#updates += 1;
  }

  /** Notes the figures since the last sample. `roundTripMs` is 0 while it is not known. */
  sample(nowMs: number, roundTripMs: number): void {
    const { at, updates, totals: before } = this.#last;
    const perSecond = 1000 / Math.max(1, nowMs - at);
    const { totals } = this.#meter;
    const since = (name: keyof WireTotals): number => (totals[name] - before[name]) * perSecond;
    this.history.add({
      age: this.#age.count === 0 ? Number.NaN : this.#age.sum / this.#age.count,
      roundTrip: roundTripMs > 0 ? roundTripMs : Number.NaN,
      updates: (this.#updates - updates) * perSecond,
      requests: since("requests"),
      bytesDown: since("payloadDown") + since("overheadDown"),
      bytesUp: since("payloadUp") + since("overheadUp"),
    });
    this.#age = { sum: 0, count: 0 };
    this.#last = { at: nowMs, updates: this.#updates, totals: { ...totals } };
  }
}
