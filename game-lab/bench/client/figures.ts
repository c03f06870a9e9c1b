import { type Frame, framesOf, ownTime, type SourceOf, type Spent } from "./attribute.ts";
import { KINDS, UNDRAWN } from "./kinds.ts";
import type { PageTrace } from "./trace.ts";

/** What a page at 60 Hz has for a frame (ms). */
export const BUDGET_MS = 16.7;
const MB = 1024 * 1024;

/** What a stretch of a visit cost; times are ms of processor time of the page's main thread. */
export interface Stretch {
  readonly seconds: number;
  readonly frames: number;
  /** Means per frame, by what it was spent on. */
  readonly perFrame: Spent;
  /** Decoding, netcode and the page together, mean per frame. */
  readonly undrawn: number;
  /** Our own code per frame. */
  readonly own: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
  /** Frames with more of our own code than a page at 60 Hz has time for. */
  readonly tooLong: number;
  /** Means per second of what belongs to the line and not to frames. */
  readonly decodePerSecond: number;
  readonly predictPerSecond: number;
  /** Means per second of what ran in threads beside the page. */
  readonly besidePerSecond: number;
  readonly garbage: {
    /** MB that were allocated in a minute, and garbage collected in it (ms), and the longest pause (ms). */
    readonly perMinute: number;
    readonly collectingPerMinute: number;
    readonly longest: number;
  };
}

/** The costs of coming into a match, with its first three seconds, and of playing in it. */
export function stretchesOf(trace: PageTrace, sourceOf: SourceOf): { coming: Stretch; playing: Stretch } {
  const frames = framesOf(trace, sourceOf);
  const mark = (name: string): number => {
    const at = trace.marks.get(name);
    if (at === undefined) throw new Error(`The trace has no mark "${name}".`);
    return at;
  };
  return {
    coming: stretch(trace, frames, mark("bench-coming"), mark("bench-begun")),
    playing: stretch(trace, frames, mark("bench-playing"), mark("bench-end")),
  };
}

function stretch(trace: PageTrace, all: readonly Frame[], from: number, to: number): Stretch {
  const frames = all.filter(({ at }) => at >= from && at < to);
  const seconds = (to - from) / 1e6;
  const own = frames.map(({ spent }) => ownTime(spent)).sort((a, b) => a - b);
  const at = (share: number): number => own[Math.min(own.length - 1, Math.floor(share * own.length))] ?? 0;
  const total = (kind: keyof Spent): number => frames.reduce((sum, { spent }) => sum + spent[kind], 0);
  const perFrame = Object.fromEntries(
    KINDS.map((kind) => [kind, total(kind) / Math.max(1, frames.length)]),
  ) as Spent;
  const beside = trace.beside.filter((one) => one.at >= from && one.at < to);
  const collections = trace.collections.filter((one) => one.at >= from && one.at < to);
  // What was allocated between two collections is how much the heap grew until the second one.
  const allocated = collections.reduce(
    (sum, { before }, i) => (i === 0 ? 0 : sum + before - (collections[i - 1]?.after ?? before)),
    0,
  );
  const [first, last] = [collections[0], collections.at(-1)];
  const minutes = first === undefined || last === undefined ? 0 : (last.at - first.at) / 60e6;
  return {
    seconds,
    frames: frames.length,
    perFrame,
    undrawn: UNDRAWN.reduce((sum, kind) => sum + perFrame[kind], 0),
    own: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: own.at(-1) ?? 0 },
    tooLong: own.filter((ms) => ms > BUDGET_MS).length,
    decodePerSecond: total("decode") / seconds,
    predictPerSecond: total("predict") / seconds,
    besidePerSecond: beside.reduce((sum, { cpu }) => sum + cpu, 0) / 1000 / seconds,
    garbage: {
      perMinute: minutes === 0 ? 0 : allocated / MB / minutes,
      collectingPerMinute: (collections.reduce((sum, { cpu }) => sum + cpu, 0) / 1000 / seconds) * 60,
      longest: Math.max(0, ...collections.map(({ cpu }) => cpu)) / 1000,
    },
  };
}
