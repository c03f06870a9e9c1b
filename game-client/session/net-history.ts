import { FRAME_KINDS, type FrameKind } from "#player/colyseus/frame-kinds.ts";

/** Time (ms) that one column of a plot stands for, and how many there are: ten seconds. */
export const COLUMN_MS = 50;
export const COLUMNS = 200;
/** Columns over which rates are counted: a second. */
const RATE_COLUMNS = 1000 / COLUMN_MS;

/** What is the newest value that was noted. */
const GAUGES = ["roundTrip", "jitter", "delay", "age", "inputMargin", "serverStep"] as const;
/** What is the largest value since the column began, 0 when nothing was noted. */
const PEAKS = ["correction", "frame"] as const;
/** What is counted over the last second; not known before there was one. */
const RATES = ["patches", "frames", ...FRAME_KINDS] as const;

export type Gauge = (typeof GAUGES)[number];
type Peak = (typeof PEAKS)[number];
type Rate = (typeof RATES)[number];
/**
 * roundTrip, jitter: of the connection (ms). delay: how late others are to be drawn (ms). age: of what is drawn of them
 * (ms). inputMargin: how early the own inputs come to the server (ms, less than 0 is too late). serverStep: time that a
 * step of the server takes (ms, 95th percentile of a second). correction: of the own place (tiles). frame: longest
 * frame (ms). patches, frames: per second. state, inputs, messages: bytes per second.
 */
export type Line = Gauge | Peak | Rate;

/**
 * The last ten seconds of a connection, in columns of equal time whatever the frame rate. Nothing is allocated after
 * the constructor. A line is NaN where nothing was known.
 */
export class NetHistory {
  /** Patches per second that the room means to send. */
  patchRate = 0;
  /** Share 0..1 of the states of the last ten seconds that came late. */
  lateShare = 0;
  #transport = "";
  /** Columns in which the match went on over another transport. */
  #moved: number[] = [];
  readonly #lines: Record<Line, Float32Array>;
  readonly #gauges: Record<Gauge, number>;
  readonly #peaks: Record<Peak, number>;
  /** What was counted in the column that is not complete, and in the last second's columns. */
  readonly #counts: Record<Rate, number>;
  readonly #second: Record<Rate, Float32Array>;
  readonly #sums: Record<Rate, number>;
  #columns = 0;
  #columnEnds = Number.NaN;

  constructor() {
    this.#lines = table([...GAUGES, ...PEAKS, ...RATES], () => new Float32Array(COLUMNS).fill(Number.NaN));
    this.#gauges = table(GAUGES, () => Number.NaN);
    this.#peaks = table(PEAKS, () => 0);
    this.#counts = table(RATES, () => 0);
    this.#second = table(RATES, () => new Float32Array(RATE_COLUMNS));
    this.#sums = table(RATES, () => 0);
  }

  /** Columns that have been completed so far: when it grows there is something new to draw. */
  get columns(): number {
    return this.#columns;
  }

  /** Value of a line `ago` columns ago, 0 is the newest; NaN where there is none. */
  at(line: Line, ago: number): number {
    const column = this.#columns - 1 - ago;
    if (column < 0 || ago >= COLUMNS) return Number.NaN;
    return this.#lines[line][column % COLUMNS] ?? Number.NaN;
  }

  /** Largest value of a line in its newest columns; NaN when it has none. */
  most(line: Line, columns: number): number {
    let most = Number.NaN;
    for (let ago = 0; ago < columns; ago++) {
      const value = this.at(line, ago);
      if (value > most || Number.isNaN(most)) most = value;
    }
    return most;
  }

  /** The gauge has this value from now on; NaN when it is not known. */
  noteGauge(gauge: Gauge, value: number): void {
    this.#gauges[gauge] = value;
  }

  /** The own place was corrected by this much (tiles). */
  noteCorrection(tiles: number): void {
    this.#peaks.correction = Math.max(this.#peaks.correction, tiles);
  }

  /** What carries the match, and the share 0..1 of its states that came late. */
  noteTransport(name: string, lateShare: number): void {
    if (this.#transport !== "" && name !== this.#transport) this.#moved.push(this.#columns);
    this.#transport = name;
    this.lateShare = lateShare;
    if ((this.#moved[0] ?? this.#columns) < this.#columns - COLUMNS) this.#moved.shift();
  }

  /** How many columns ago the match went on over another transport, for each time. */
  get movedAgo(): readonly number[] {
    return this.#moved.map((column) => this.#columns - column).filter((ago) => ago < COLUMNS);
  }

  /** So many patches came. */
  notePatches(count: number): void {
    this.#counts.patches += count;
  }

  /** So many bytes of a kind were on the connection. */
  noteBytes(kind: FrameKind, count: number): void {
    this.#counts[kind] += count;
  }

  /** A frame of a length (ms) was drawn at `nowMs`. Completes the columns that are over. */
  noteFrame(nowMs: number, frameMs: number): void {
    this.#counts.frames += 1;
    this.#peaks.frame = Math.max(this.#peaks.frame, frameMs);
    // A page that was away has no past to show, only a gap.
    if (Number.isNaN(this.#columnEnds) || nowMs - this.#columnEnds > COLUMNS * COLUMN_MS) {
      this.#columnEnds = nowMs + COLUMN_MS;
    }
    while (this.#columnEnds <= nowMs) {
      this.#complete(this.#columnEnds + COLUMN_MS > nowMs);
      this.#columnEnds += COLUMN_MS;
    }
  }

  /** `last`: no further column is completed by the same frame. A long frame is as wide as it was long. */
  #complete(last: boolean): void {
    const column = this.#columns % COLUMNS;
    for (const gauge of GAUGES) this.#lines[gauge][column] = this.#gauges[gauge];
    for (const peak of PEAKS) {
      this.#lines[peak][column] = this.#peaks[peak];
      if (last || peak === "correction") this.#peaks[peak] = 0;
    }
    const slot = this.#columns % RATE_COLUMNS;
    const known = this.#columns + 1 >= RATE_COLUMNS;
    for (const rate of RATES) {
      this.#sums[rate] += this.#counts[rate] - (this.#second[rate][slot] ?? 0);
      this.#second[rate][slot] = this.#counts[rate];
      this.#lines[rate][column] = known ? this.#sums[rate] : Number.NaN;
      this.#counts[rate] = 0;
    }
    this.#columns += 1;
  }
}

function table<K extends string, V>(keys: readonly K[], make: () => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>;
}
