import { NET, TICK_MS } from "#shared/tunables.ts";
import { FAIR, GOOD } from "../../session/hud.ts";
import { COLUMN_MS, COLUMNS, type Line, type NetHistory } from "../../session/net-history.ts";
import type { english } from "../../words/english/english.ts";
import { t } from "../../words/t.ts";

/** How things are: said by colour and by a mark. */
export type Level = "good" | "fair" | "bad";

/** How a line is drawn: on its own, as the paler one beside it, from the ground up, or on top of the one before. */
export type Stroke = "main" | "side" | "bars" | "stack";

/** One line of a plot, and its value in words. */
export interface PlotLine {
  readonly line: Line & keyof typeof english.network.lines;
  readonly stroke: Stroke;
  text(history: NetHistory): string;
}

/** One plot of the net graph. */
export interface Plot {
  /** Its texts are in the catalogue under this name. */
  readonly id: keyof typeof english.network.plots;
  readonly lines: readonly PlotLine[];
  /** The scale reaches at least this far. */
  readonly atLeast: number;
  /** And no farther: one monster would flatten all the rest. */
  readonly atMost?: number;
  /** Where the scale begins, when not at 0. */
  readonly lowest?: number;
  /** Where good ends; drawn as a thin line. */
  readonly limit?: number;
  level(history: NetHistory): Level;
}

/** Columns of the last second. */
const SECOND = 1000 / COLUMN_MS;
/** Longest frames (ms) that are smooth at 60 and at 30 a second, each with a little slack. */
export const SMOOTH_FRAME_MS = 20;
export const LONG_FRAME_MS = 36;
/** Corrections (tiles) that nobody sees, and the radius of a player, which everybody does. */
const SMALL_CORRECTION = 0.05;
const LARGE_CORRECTION = 0.45;

/** All plots, from top to bottom. */
export const PLOTS: readonly Plot[] = [
  {
    id: "round-trip",
    lines: [
      { line: "roundTrip", stroke: "main", text: (h) => ms(h.at("roundTrip", 0)) },
      { line: "jitter", stroke: "side", text: (h) => `±${whole(h.at("jitter", 0))}` },
    ],
    atLeast: 50,
    limit: GOOD.rtt,
    level: (h) =>
      worse(
        above(h.at("roundTrip", 0), GOOD.rtt, FAIR.rtt),
        above(h.at("jitter", 0), GOOD.jitter, FAIR.jitter),
      ),
  },
  {
    id: "age",
    lines: [
      { line: "age", stroke: "main", text: (h) => ms(h.at("age", 0)) },
      { line: "delay", stroke: "side", text: (h) => whole(h.at("delay", 0)) },
    ],
    atLeast: 100,
    limit: 150,
    level: (h) => above(h.at("age", 0), 150, 300),
  },
  {
    id: "input-buffer",
    lines: [{ line: "inputMargin", stroke: "main", text: (h) => ms(h.at("inputMargin", 0)) }],
    lowest: -40,
    atLeast: 50,
    limit: 0,
    level: (h) => below(least(h, "inputMargin", SECOND), 0, -TICK_MS),
  },
  {
    id: "corrections",
    lines: [
      {
        line: "correction",
        stroke: "bars",
        text: (h) => {
          const most = h.most("correction", COLUMNS);
          return most > 0 ? t(($) => $.units.tiles, { value: most.toFixed(2) }) : t(($) => $.common.none);
        },
      },
    ],
    atLeast: 0.2,
    atMost: 2,
    level: (h) => above(h.most("correction", COLUMNS), SMALL_CORRECTION, LARGE_CORRECTION),
  },
  {
    id: "patches",
    lines: [
      {
        line: "patches",
        stroke: "main",
        text: (h) =>
          t(($) => $.network.graph.patchesOf, { patches: whole(h.at("patches", 0)), rate: h.patchRate }),
      },
    ],
    atLeast: NET.patchRate,
    level: (h) => below(h.at("patches", 0) / h.patchRate, 0.9, 0.7),
  },
  {
    id: "bytes",
    lines: [
      { line: "state", stroke: "stack", text: (h) => kilo(h.at("state", 0)) },
      { line: "messages", stroke: "stack", text: (h) => kilo(h.at("messages", 0)) },
      { line: "inputs", stroke: "stack", text: (h) => kilo(h.at("inputs", 0)) },
    ],
    atLeast: 1000,
    level: () => "good",
  },
  {
    id: "frames",
    lines: [
      {
        line: "frame",
        stroke: "bars",
        text: (h) =>
          t(($) => $.network.graph.frames, {
            fps: whole(h.at("frames", 0)),
            longest: ms(h.most("frame", SECOND)),
          }),
      },
    ],
    atLeast: 50,
    atMost: 100,
    limit: LONG_FRAME_MS,
    level: (h) => above(h.most("frame", SECOND), SMOOTH_FRAME_MS, LONG_FRAME_MS),
  },
  {
    id: "server-step",
    lines: [
      {
        line: "serverStep",
        stroke: "main",
        text: (h) => {
          const step = h.at("serverStep", 0);
          return Number.isNaN(step) ? "…" : t(($) => $.units.milliseconds, { value: step.toFixed(1) });
        },
      },
    ],
    atLeast: 2,
    level: (h) => above(h.at("serverStep", 0), TICK_MS / 4, TICK_MS),
  },
];

/** The end of a plot's scale: 1, 2 or 5 times a power of ten, so that it changes seldom. */
export function scaleEnd(most: number, atLeast: number, atMost = Number.POSITIVE_INFINITY): number {
  const wanted = Math.min(atMost, Math.max(atLeast, Number.isFinite(most) ? most : 0));
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((step) => step * power >= wanted * 0.999) ?? 10) * power;
}

function least(history: NetHistory, line: Line, columns: number): number {
  let least = Number.NaN;
  for (let ago = 0; ago < columns; ago++) {
    const value = history.at(line, ago);
    if (value < least || Number.isNaN(least)) least = value;
  }
  return least;
}

function above(value: number, good: number, fair: number): Level {
  return value > fair ? "bad" : value > good ? "fair" : "good";
}

function below(value: number, good: number, fair: number): Level {
  return value < fair ? "bad" : value < good ? "fair" : "good";
}

function worse(a: Level, b: Level): Level {
  return a === "bad" || b === "bad" ? "bad" : a === "fair" || b === "fair" ? "fair" : "good";
}

function whole(value: number): string {
  return Number.isNaN(value) ? "…" : String(Math.round(value));
}

function ms(value: number): string {
  return Number.isNaN(value) ? "…" : t(($) => $.units.milliseconds, { value: Math.round(value) });
}

function kilo(bytes: number): string {
  return Number.isNaN(bytes) ? "…" : (bytes / 1000).toFixed(1);
}
