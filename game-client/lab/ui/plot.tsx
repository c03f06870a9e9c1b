import type { ReadonlySignal } from "@preact/signals";
import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { t } from "../../words/t.ts";
import { type LabHistory, type LabLine, SAMPLE_MS, SAMPLES } from "../history.ts";

/** The colours of the two lines of a plot: light and dark apart as well as in hue. */
export const LINE_COLORS = ["#ffd23f", "#8fd6ff"] as const;

/** Seconds before now of each sample. */
const TIMES = Array.from({ length: SAMPLES }, (_, index) => ((index + 1 - SAMPLES) * SAMPLE_MS) / 1000);
const AXIS = {
  stroke: "#bcd3ff",
  font: "10px Fredoka, system-ui, sans-serif",
  grid: { stroke: "rgb(169 208 255 / 0.14)", width: 1 },
  ticks: { show: false },
} as const;

export interface PlotProps {
  readonly lines: readonly [LabLine, LabLine];
  readonly history: LabHistory;
  /** Top of the scale, the same in all panes so that they can be compared. */
  readonly top: number;
  readonly samples: ReadonlySignal<number>;
  readonly label: string;
}

/** Two lines over the last half minute. */
export function Plot({ lines, history, top, samples, label }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const end = useRef(top);
  end.current = top;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const made = new uPlot(
      options(element, () => end.current),
      dataOf(history, lines),
      element,
    );
    plot.current = made;
    const resizing = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    resizing.observe(element);
    return () => {
      resizing.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [history, lines]);
  useSignalEffect(() => {
    // Twice a second is as fast as one reads.
    if (samples.value % 2 === 0) plot.current?.setData(dataOf(history, lines));
  });
  return <div ref={box} class="lab-plot" role="img" aria-label={label} />;
}

function dataOf(history: LabHistory, [first, second]: readonly [LabLine, LabLine]): uPlot.AlignedData {
  return [TIMES, history.lines[first], history.lines[second]];
}

function options(element: HTMLElement, top: () => number): uPlot.Options {
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    cursor: { show: false },
    legend: { show: false },
    padding: [6, 2, 6, 0],
    scales: {
      x: { time: false, range: [-((SAMPLES - 1) * SAMPLE_MS) / 1000, 0] },
      y: { range: () => [0, top()] },
    },
    axes: [
      { ...AXIS, show: false },
      { ...AXIS, size: 30, space: 18, gap: 2, values: (_, splits) => splits.map(short) },
    ],
    series: [{}, ...LINE_COLORS.map((stroke) => ({ stroke, width: 1.5, points: { show: false } }))],
  };
}

function short(value: number): string {
  return value >= 1000 ? t(($) => $.units.thousands, { value: value / 1000 }) : String(value);
}
