import type uPlot from "uplot";
import type { Report, Second } from "../report-schema.ts";
import { color } from "./elements.ts";
import { axes, FROM_ZERO, HEIGHT, type Plots } from "./plots.ts";
import { show } from "./words.ts";

/** What is drawn over time: its name, its colour, and its value in a second. */
export interface Line {
  readonly label: string;
  readonly ink: string;
  readonly dash?: number[];
  readonly of: (second: Second) => number | undefined;
}

/** Adds a plot of lines over the seconds of the test; without any value there is none. */
export type OverTime = (title: string, note: string, unit: string, lines: readonly Line[]) => void;

/** Marks the time that counts: before it the clients were still coming. */
function shadeRamp(seconds: number): uPlot.Plugin {
  return {
    hooks: {
      drawClear: (chart) => {
        const { left, top, height } = chart.bbox;
        const end = Math.min(left + chart.bbox.width, chart.valToPos(Math.ceil(seconds), "x", true));
        chart.ctx.fillStyle = color("ground");
        if (end > left) chart.ctx.fillRect(left, top, end - left, height);
      },
    },
  };
}

/** What draws over the seconds of this report. */
export function overTimeOf({ timeline, options }: Report, plots: Plots): OverTime {
  const plugins = [shadeRamp(options.ramp)];
  return (title, note, unit, lines) => {
    const present = lines.filter(({ of }) => timeline.some((second) => of(second) !== undefined));
    if (present.length === 0) return;
    const data: uPlot.AlignedData = [
      timeline.map(({ at }) => at),
      ...present.map(({ of }) => timeline.map((second) => of(second) ?? null)),
    ];
    plots.add(title, note, data, (width) => ({
      width,
      height: HEIGHT,
      plugins,
      scales: { x: { time: false }, y: FROM_ZERO },
      axes: axes(unit, "y"),
      series: [
        { label: "second", value: (_plot, value) => (value === null ? "–" : `${value} s`) },
        ...present.map(
          ({ label, ink, dash }): uPlot.Series => ({
            label,
            stroke: color(ink),
            width: 2,
            ...(dash && { dash }),
            spanGaps: true,
            points: { show: timeline.length < 3 },
            value: (_plot, value) => (value === null ? "–" : `${show(value)} ${unit}`),
          }),
        ),
      ],
    }));
  };
}

/** Three lines for a latency. */
export function percentilesOf(name: "roundTrip" | "inputToAck" | "patchInterval" | "ageOfState"): Line[] {
  return [
    { label: "p50", ink: "blue", of: (second) => second[name]?.p50 },
    { label: "p95", ink: "purple", of: (second) => second[name]?.p95, dash: [7, 4] },
    { label: "p99", ink: "orange", of: (second) => second[name]?.p99, dash: [2, 3] },
  ];
}
