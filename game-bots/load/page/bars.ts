import uPlot from "uplot";
import type { Bucket } from "../report-schema.ts";
import { color } from "./elements.ts";
import { axes, FROM_ZERO, HEIGHT, type Plots } from "./plots.ts";
import { show } from "./words.ts";

/** Width (px) that a label needs. */
const LABEL_WIDTH = 52;
/** Width (px) of a plot that its bars do not have. */
const MARGIN = 80;

/** Which bars get a label, so that labels do not run into one another. */
function labels(count: number, width: number): number[] {
  const every = Math.max(1, Math.ceil((count * LABEL_WIDTH) / Math.max(1, width - MARGIN)));
  return Array.from({ length: Math.ceil(count / every) }, (_label, i) => i * every);
}

/** Adds the shares of the buckets of a histogram as bars, without the empty ones at both ends; empty, there is none. */
export function bars(
  plots: Plots,
  title: string,
  note: string,
  buckets: readonly Bucket[],
  words: string,
): void {
  const first = buckets.findIndex(({ count }) => count > 0);
  if (first < 0) return;
  const last = buckets.findLastIndex(({ count }) => count > 0);
  const shown = buckets.slice(Math.max(0, first - 1), last + 2);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const nameAt = (index: number): string => {
    const bucket = shown[index];
    if (bucket === undefined) return "";
    return bucket.to === null ? "more" : `≤ ${bucket.to}`;
  };
  const barPaths = uPlot.paths.bars?.({ size: [0.8, 80] });
  const data: uPlot.AlignedData = [
    shown.map((_bucket, i) => i),
    shown.map(({ count }) => (100 * count) / total),
  ];
  plots.add(title, note, data, (width) => ({
    width,
    height: HEIGHT,
    scales: { x: { time: false, range: () => [-0.6, shown.length - 0.4] }, y: FROM_ZERO },
    axes: axes("%", "y", (_plot, ticks) => ticks.map(nameAt)).map((axis, i) =>
      i === 0 ? { ...axis, splits: () => labels(shown.length, width), grid: { show: false } } : axis,
    ),
    series: [
      { label: words, value: (_plot, value) => (shown[value] ? `${nameAt(value)} ms` : "–") },
      {
        label: "share",
        stroke: color("blue"),
        fill: `${color("blue")}66`,
        width: 1,
        points: { show: false },
        ...(barPaths && { paths: barPaths }),
        value: (_plot, value) => (value === null ? "–" : `${show(value, 2)} %`),
      },
    ],
  }));
}
