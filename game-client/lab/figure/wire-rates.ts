import type { WireTotals } from "../wire-meter.ts";

/** Time (ms) over which rates are counted. */
const WINDOW_MS = 2000;

/** What goes over a connection in a second: requests, and bytes of both directions. */
export type Rates = WireTotals;

const NAMES = ["requests", "payloadUp", "payloadDown", "overheadUp", "overheadDown"] as const;

/** Rates out of totals that are looked at now and then. */
export class WireRates {
  readonly #seen: { atMs: number; totals: WireTotals }[] = [];

  /** The rates over the last two seconds; undefined before there are two looks. */
  note(atMs: number, totals: WireTotals): Rates | undefined {
    this.#seen.push({ atMs, totals: { ...totals } });
    while ((this.#seen[1]?.atMs ?? atMs) <= atMs - WINDOW_MS) this.#seen.shift();
    const [first] = this.#seen;
    if (first === undefined || first.atMs === atMs) return undefined;
    const perSecond = 1000 / (atMs - first.atMs);
    const rates = { ...totals };
    for (const name of NAMES) rates[name] = (totals[name] - first.totals[name]) * perSecond;
    return rates;
  }
}
