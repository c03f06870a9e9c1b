import type uPlot from "uplot";
import type { Report } from "../report-schema.ts";
import { color } from "./elements.ts";
import { axes, FROM_ZERO, HEIGHT, type Plots } from "./plots.ts";
import { show } from "./words.ts";

function dots(label: string, ink: string): uPlot.Series {
  return {
    label,
    stroke: color(ink),
    paths: () => null,
    points: { show: true, size: 6, fill: color(ink), width: 0 },
    value: (_plot, value) => (value === null ? "–" : `${show(value, 1)} ms`),
  };
}

/** Adds one point per client, best first. */
export function spread(plots: Plots, { perClient }: Report): void {
  const measured = perClient
    .flatMap((client) => (client.p50 === undefined ? [] : [{ ...client, p50: client.p50 }]))
    .sort((a, b) => a.p50 - b.p50);
  const data: uPlot.AlignedData = [
    measured.map((_client, i) => i + 1),
    measured.map(({ p50 }) => p50),
    measured.map(({ p99 }) => p99),
  ];
  plots.add(
    "Round trip of each client",
    "Ordered by its median. A flat line means that all were served alike.",
    data,
    (width) => ({
      width,
      height: HEIGHT,
      scales: { x: { time: false }, y: FROM_ZERO },
      axes: axes("ms", "y", (_plot, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? tick : ""))),
      series: [
        {
          label: "client",
          value: (_plot, value) => {
            const client = measured[value - 1];
            return client ? `${client.number}, room ${client.room}, ${client.transport}` : "–";
          },
        },
        dots("p50", "blue"),
        dots("p99", "orange"),
      ],
    }),
  );
}
