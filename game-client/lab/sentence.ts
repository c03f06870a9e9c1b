import type { TransportName } from "#transports/contract/names.ts";
import { t } from "../words/t.ts";

/** The figures of a pane over the last seconds. */
export interface SeenFigures {
  readonly transport: TransportName;
  /** Age of the newest state (ms). */
  readonly ageMs: number;
  /** Age (ms) of the freshest pane, the one to compare with. */
  readonly bestAgeMs: number;
  /** Moments a second at which something new came. */
  readonly updatesPerSecond: number;
  /** States a second that the room makes. */
  readonly statesPerSecond: number;
  readonly requestsPerSecond: number;
  /** Share of the bytes that is not payload, 0..1. */
  readonly overheadShare: number;
}

/** Age (ms) up to which a pane is as fresh as the freshest: nobody sees less than a frame. */
const EQUAL_MS = 17;
/** Below this share of all states the pane visibly moves in jumps, unless it is smoothed. */
const BUNDLED = 0.75;

/** One sentence that says what one sees in a pane. */
export function sentence(figures: SeenFigures): string {
  const { ageMs, bestAgeMs, updatesPerSecond, statesPerSecond, requestsPerSecond, overheadShare } = figures;
  if (!Number.isFinite(ageMs) || updatesPerSecond === 0) return t(($) => $.lab.sentence.stale);
  const behind = ageMs - bestAgeMs;
  const age = Math.round(ageMs);
  const fresh =
    behind <= EQUAL_MS
      ? t(($) => $.lab.sentence.fresh, { age })
      : t(($) => $.lab.sentence.behind, { age, behind: Math.round(behind) });
  const states = round(statesPerSecond);
  const how =
    updatesPerSecond < BUNDLED * statesPerSecond
      ? t(($) => $.lab.sentence.bundled, { states, bundles: bundles(updatesPerSecond) })
      : t(($) => $.lab.sentence.single, { states });
  const headers = Math.round(overheadShare * 100);
  const requests = { count: requestsPerSecond, rate: round(requestsPerSecond), headers };
  const price =
    requestsPerSecond >= 1
      ? t(($) => $.lab.sentence.requests, requests)
      : t(($) => $.lab.sentence.noRequest, { headers });
  return t(($) => $.lab.sentence.whole, { fresh, how, price });
}

function bundles(rate: number): string {
  return t(($) => $.lab.sentence.bundles, { count: rate, rate: round(rate) });
}

/** A rate in few characters. */
export function round(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}
