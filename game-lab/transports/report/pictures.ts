import type { Condition } from "../conditions.ts";
import type { Figures, Results } from "../results.ts";
import type { Way } from "../ways.ts";
import {
  type Bar,
  barChart,
  colourOf,
  linear,
  logarithmic,
  type Panel,
  type Range,
  rangeChart,
} from "./chart.ts";
import { duelIn, figuresIn } from "./summary.ts";
import { overheadDown, overheadUp } from "./tables.ts";
import { ms, number, percent, sharePercent } from "./words.ts";

/** A picture of the report. */
export interface Picture {
  /** Of the file, without a folder. */
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly svg: string;
}

/** Ends of the scale of ages (ms). */
const YOUNGEST = 10;
const OLDEST = 3000;
/** A part of a bar that is message, and one that is not. */
const MESSAGE = "#0072b2";
const OVERHEAD = "#f0b36b";

/** How old what players see is, under every condition. */
export function agePicture(results: Results): Picture {
  const title = "Age of the newest state that a player has";
  const panels = results.conditions.map((condition) => ({
    title: condition.title,
    rows: rowsOf(
      results,
      condition,
      ({ age }, way, index): Range => ({
        label: way.title,
        colour: colourOf(index),
        dot: age.p50,
        from: age.p50,
        to: age.p95,
        tick: age.p99,
        says: ms(age.p50),
      }),
    ),
  }));
  const note = "ms, logarithmic. Dot: median. Thick line: to the 95th percentile. Tick: 99th percentile.";
  const scale = logarithmic(YOUNGEST, OLDEST, String);
  return { name: "transports-age.svg", alt: title, svg: rangeChart(title, note, panels, scale) };
}

/** How many frames had nothing newer to draw, on lines that lose; undefined where nobody counted. */
export function dryPicture(results: Results): Picture | undefined {
  const title = "Frames that run dry";
  const panels: Panel<Bar>[] = results.conditions
    .filter(({ loss }) => loss > 0)
    .map((condition) => ({
      title: condition.title,
      rows: rowsOf(results, condition, ({ dry }, way, index): Bar | undefined =>
        dry === undefined
          ? undefined
          : {
              label: way.title,
              parts: [{ value: 100 * dry, colour: colourOf(index) }],
              says: sharePercent(dry),
            },
      ).filter((bar) => bar !== undefined),
    }));
  const largest = Math.max(...panels.flatMap(({ rows }) => rows.map(({ parts }) => parts[0]?.value ?? 0)));
  if (!(largest > 0)) return undefined;
  const note =
    "% of the frames of a page in which nothing newer had come that others could move towards: they stand still.";
  const svg = barChart(title, note, panels, linear(largest, whole));
  return { name: "transports-dry.svg", alt: title, svg };
}

/** Who wins duels, under every condition; undefined when there were none. */
export function duelPicture(results: Results): Picture | undefined {
  const title = "Rounds won against an equal bot on websocket";
  const all = results.conditions.map((condition) => ({
    title: condition.title,
    rows: results.ways.flatMap((way, index): Range[] => {
      const duel = duelIn(results, condition.id, way.id);
      if (duel === undefined) return [];
      const { share, low, high } = duel;
      const label = way.title;
      return [{ label, colour: colourOf(index), dot: share, from: low, to: high, says: percent(share) }];
    }),
  }));
  const panels = all.filter(({ rows }) => rows.length > 0);
  if (panels.length === 0) return undefined;
  const note = "Dot: share of the rounds. Line: its 95 % interval. At 50 % nobody is ahead.";
  const scale = { at: (value: number) => value, ticks: [0, 0.25, 0.5, 0.75, 1], format: percent, mark: 0.5 };
  return { name: "transports-duels.svg", alt: title, svg: rangeChart(title, note, panels, scale) };
}

/** What travels per update, message and overhead; undefined where packets are not seen. */
export function bytesPicture(results: Results, condition: Condition): Picture | undefined {
  const title = "Bytes on the wire per update";
  const panels: Panel<Bar>[] = [
    {
      title: "down: server to player",
      rows: rowsOf(results, condition, (figures, way) =>
        bar(way, [figures.payloadDown, overheadDown(figures)]),
      ),
    },
    {
      title: "up: player to server",
      rows: rowsOf(results, condition, (figures, way) => {
        const payload = (figures.payloadUp * figures.inputs) / figures.updates;
        return bar(way, [payload, overheadUp(figures)]);
      }),
    },
  ];
  const sums = panels.flatMap(({ rows }) =>
    rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)),
  );
  const largest = Math.max(...sums);
  if (!Number.isFinite(largest)) return undefined;
  const note = `${condition.title}. Dark: the messages. Light: what the way adds to them, from IP headers on.`;
  const svg = barChart(title, note, panels, linear(largest, whole));
  return { name: "transports-bytes.svg", alt: title, svg };
}

function whole(value: number): string {
  return value.toFixed(0);
}

/** What a player costs the server. */
export function processorPicture(results: Results, condition: Condition): Picture {
  const title = "Processor time of the server per player";
  const rows = rowsOf(results, condition, ({ serverCpu }, way, index): Bar => {
    const parts = [{ value: serverCpu, colour: colourOf(index) }];
    return { label: way.title, parts, says: `${serverCpu.toFixed(1)} ms/s` };
  });
  const largest = Math.max(...rows.map(({ parts }) => parts[0]?.value ?? 0), 0.1);
  const note = `${condition.title}. ms per second, everything included; the control has no game to run.`;
  const svg = barChart(title, note, [{ title: "", rows }], linear(largest, whole));
  return { name: "transports-cpu.svg", alt: title, svg };
}

function bar(way: Way, [message = 0, overhead = 0]: readonly number[]): Bar {
  const parts = [
    { value: message, colour: MESSAGE },
    { value: overhead, colour: OVERHEAD },
  ];
  return { label: way.title, parts, says: number(message + overhead) };
}

function rowsOf<T>(
  results: Results,
  condition: Condition,
  row: (figures: Figures, way: Way, index: number) => T,
): T[] {
  return results.ways.flatMap((way, index) => {
    const figures = figuresIn(results, condition.id, way.id);
    return figures === undefined ? [] : [row(figures, way, index)];
  });
}
