import { NET, TICK_MS } from "#shared/tunables.ts";
import { FAIR, GOOD } from "../../session/hud.ts";
import { COLUMN_MS, COLUMNS, type Line, type NetHistory } from "../../session/net-history.ts";

/** How things are: said by colour and by a mark. */
export type Level = "good" | "fair" | "bad";

/** How a line is drawn: on its own, as the paler one beside it, from the ground up, or on top of the one before. */
export type Stroke = "main" | "side" | "bars" | "stack";

/** One line of a plot, and its value in words. */
export interface PlotLine {
  readonly line: Line;
  readonly stroke: Stroke;
  /** What it is, in a word. */
  readonly name: string;
  text(history: NetHistory): string;
}

/** One plot of the net graph. */
export interface Plot {
  readonly id: string;
  readonly label: string;
  /** The label where there is little room. */
  readonly short: string;
  /** What it means, for somebody who has never heard of it. */
  readonly hint: string;
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
    label: "Round trip",
    short: "RTT",
    hint: "How long it takes until the server has heard a key press and its answer is here. The dashed line is jitter: how much that varies from one answer to the next.",
    lines: [
      { line: "roundTrip", stroke: "main", name: "round trip", text: (h) => ms(h.at("roundTrip", 0)) },
      { line: "jitter", stroke: "side", name: "jitter", text: (h) => `±${whole(h.at("jitter", 0))}` },
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
    label: "Age of picture",
    short: "Age",
    hint: "How old the others are as you see them: the way from the server, and the interpolation delay (dashed), by which they are drawn late so that they move evenly.",
    lines: [
      { line: "age", stroke: "main", name: "age", text: (h) => ms(h.at("age", 0)) },
      { line: "delay", stroke: "side", name: "interpolation delay", text: (h) => whole(h.at("delay", 0)) },
    ],
    atLeast: 100,
    limit: 150,
    level: (h) => above(h.at("age", 0), 150, 300),
  },
  {
    id: "input-buffer",
    label: "Input buffer",
    short: "Input",
    hint: "How long your newest inputs wait on the server until their turn. Just above zero is best; below zero one came too late, and the server had to wait for it.",
    lines: [
      { line: "inputMargin", stroke: "main", name: "input buffer", text: (h) => ms(h.at("inputMargin", 0)) },
    ],
    lowest: -40,
    atLeast: 50,
    limit: 0,
    level: (h) => below(least(h, "inputMargin", SECOND), 0, -TICK_MS),
  },
  {
    id: "corrections",
    label: "Corrections",
    short: "Corr",
    hint: "How far the server had to move your own character from where this page had drawn it, in tiles. The largest of the last ten seconds.",
    lines: [
      {
        line: "correction",
        stroke: "bars",
        name: "correction",
        text: (h) => {
          const most = h.most("correction", COLUMNS);
          return most > 0 ? `${most.toFixed(2)} tile` : "none";
        },
      },
    ],
    atLeast: 0.2,
    atMost: 2,
    level: (h) => above(h.most("correction", COLUMNS), SMALL_CORRECTION, LARGE_CORRECTION),
  },
  {
    id: "patches",
    label: "Patches",
    short: "Patch",
    hint: "How often a second the server's news arrive. It should be an even line at the rate of the room.",
    lines: [
      {
        line: "patches",
        stroke: "main",
        name: "patches",
        text: (h) => `${whole(h.at("patches", 0))} of ${h.patchRate} /s`,
      },
    ],
    atLeast: NET.patchRate,
    level: (h) => below(h.at("patches", 0) / h.patchRate, 0.9, 0.7),
  },
  {
    id: "bytes",
    label: "kB a second",
    short: "kB/s",
    hint: "What the connection carries: the state of the match (below), events and other messages (middle), and your own inputs on their way up (on top). The headers of the network come on top of it.",
    lines: [
      { line: "state", stroke: "stack", name: "state", text: (h) => kilo(h.at("state", 0)) },
      { line: "messages", stroke: "stack", name: "events", text: (h) => kilo(h.at("messages", 0)) },
      { line: "inputs", stroke: "stack", name: "inputs up", text: (h) => kilo(h.at("inputs", 0)) },
    ],
    atLeast: 1000,
    level: () => "good",
  },
  {
    id: "frames",
    label: "Frames",
    short: "FPS",
    hint: "How long this page took from one picture to the next; the number is pictures a second, and the longest wait of the last second. Long ones are marked: they are this machine's fault, not the network's.",
    lines: [
      {
        line: "frame",
        stroke: "bars",
        name: "frame",
        text: (h) => `${whole(h.at("frames", 0))} fps, ${ms(h.most("frame", SECOND))}`,
      },
    ],
    atLeast: 50,
    atMost: 100,
    limit: LONG_FRAME_MS,
    level: (h) => above(h.most("frame", SECOND), SMOOTH_FRAME_MS, LONG_FRAME_MS),
  },
  {
    id: "server-step",
    label: "Server step",
    short: "Server",
    hint: `How long the server takes for one step of the match. It has ${TICK_MS} ms for each; more than that, and the match itself runs slow.`,
    lines: [
      {
        line: "serverStep",
        stroke: "main",
        name: "server step",
        text: (h) => {
          const step = h.at("serverStep", 0);
          return Number.isNaN(step) ? "…" : `${step.toFixed(1)} ms`;
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
  return Number.isNaN(value) ? "…" : `${Math.round(value)} ms`;
}

function kilo(bytes: number): string {
  return Number.isNaN(bytes) ? "…" : (bytes / 1000).toFixed(1);
}
