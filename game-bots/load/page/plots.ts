import uPlot from "uplot";
import type { Cards } from "./cards.ts";
import { color, element } from "./elements.ts";

/** Height of a plot (px). */
export const HEIGHT = 220;
const FONT = "12px system-ui, sans-serif";

interface Plot {
  readonly box: HTMLElement;
  readonly data: uPlot.AlignedData;
  readonly make: (width: number) => uPlot.Options;
  drawn?: uPlot;
}

/** The plots of the page, each in a card. They are drawn when all are there, and again when width or colours change. */
export class Plots {
  readonly #cards: Cards;
  readonly #plots: Plot[] = [];

  constructor(cards: Cards) {
    this.#cards = cards;
  }

  /** Adds a plot; without data there is none. */
  add(title: string, note: string, data: uPlot.AlignedData, make: Plot["make"]): void {
    if (data[0].length === 0) return;
    const box = element("div", "");
    this.#cards.add(title, note, box);
    this.#plots.push({ box, data, make });
  }

  /** Draws all of them as wide as their cards are now. */
  draw(): void {
    for (const plot of this.#plots) {
      plot.drawn?.destroy();
      plot.drawn = new uPlot(plot.make(plot.box.clientWidth), plot.data, plot.box);
    }
  }
}

/** Both axes: seconds across unless `xValues` says otherwise, and values with their unit upwards. */
export function axes(unit: string, scale: string, xValues?: uPlot.Axis.Values): uPlot.Axis[] {
  const axis = {
    stroke: color("soft"),
    grid: { stroke: color("line"), width: 1 },
    ticks: { stroke: color("line") },
    font: FONT,
  };
  return [
    { ...axis, values: xValues ?? ((_plot, ticks) => ticks.map((tick) => `${tick} s`)) },
    {
      ...axis,
      scale,
      size: (_plot, labels) => 22 + 7 * Math.max(4, ...(labels ?? []).map((label) => label.length)),
      values: (_plot, ticks) => ticks.map((tick) => `${tick.toLocaleString("en")} ${unit}`),
    },
  ];
}

/** From 0 to a little above the highest value. */
export const FROM_ZERO: uPlot.Scale = { range: (_plot, _low, high) => [0, Math.max(high * 1.08, 1)] };
