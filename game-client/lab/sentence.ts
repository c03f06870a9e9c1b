import type { TransportName } from "#transports/contract/names.ts";

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
  if (!Number.isFinite(ageMs) || updatesPerSecond === 0) return "Nothing new has come for a while.";
  const behind = ageMs - bestAgeMs;
  const age = `${Math.round(ageMs)} ms old`;
  const fresh =
    behind <= EQUAL_MS
      ? `The newest state is ${age}, as fresh as it gets`
      : `The newest state is ${age}, ${Math.round(behind)} ms behind the freshest pane`;
  const how =
    updatesPerSecond < BUNDLED * statesPerSecond
      ? `${round(statesPerSecond)} states a second come in ${bundles(updatesPerSecond)}`
      : `each of ${round(statesPerSecond)} states a second comes by itself`;
  const price =
    requestsPerSecond >= 1
      ? `it takes ${requests(requestsPerSecond)} a second, and ${percent(overheadShare)} of the bytes are headers`
      : `without a request, and ${percent(overheadShare)} of the bytes are headers`;
  return `${fresh}: ${how}; ${price}.`;
}

function bundles(rate: number): string {
  return rate === 1 ? "one bundle" : `${round(rate)} bundles`;
}

function requests(rate: number): string {
  return rate === 1 ? "one request" : `${round(rate)} requests`;
}

function round(value: number): string {
  return value >= 10 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
