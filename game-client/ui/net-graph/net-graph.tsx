import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { TICK_MS } from "#shared/tunables.ts";
import type { NetHistory } from "../../session/net-history.ts";
import { refusalText } from "../../words/refusals.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { type Box, drawPlot, STACK_COLORS } from "./draw.ts";
import { PLOTS, type PlotLine } from "./plots.ts";

/** Columns between two drawings: ten times a second is as much as one can read. */
const DRAW_EVERY = 2;
/** More pixels per CSS pixel than this only cost time. */
const MAX_DENSITY = 2;

/** Whether the net graph is wanted. Absent when it is not, so that it costs nothing. */
export function NetGraph() {
  const preferences = useStore("preferences");
  return preferences.settings.value.netGraph ? <Plots /> : null;
}

/** The plots of the last ten seconds of the connection, each with its value in words. */
function Plots() {
  const network = useStore("network");
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (root.current === null) return;
    const painter = new Painter(root.current, () => network.netHistory.peek());
    return () => painter.stop();
  }, [network]);
  return (
    <section
      ref={root}
      class="net-graph"
      aria-label={t(($) => $.network.graph.title)}
      data-testid="net-graph"
      onContextMenu={(event) => event.preventDefault()}
    >
      <canvas />
      <NetLine />
      {PLOTS.map((plot) => (
        <div
          key={plot.id}
          class="net-plot"
          title={t(($) => $.network.plots[plot.id].hint, { tickMs: TICK_MS })}
          data-testid={`net-${plot.id}`}
        >
          <span class="net-label net-label-long">{t(($) => $.network.plots[plot.id].label)}</span>
          <span class="net-label net-label-short">{t(($) => $.network.plots[plot.id].short)}</span>
          <span class="net-values">
            {plot.lines.map((line, index) => (
              <span key={line.line} title={t(($) => $.network.lines[line.line])}>
                {plot.lines.length > 1 && <i {...swatch(line, index)} />}
                <b>…</b>
              </span>
            ))}
          </span>
          <div class="net-box" />
        </div>
      ))}
    </section>
  );
}

/** What carries the match, and why it is not what was hoped for. The share of late states is written as plots are drawn. */
function NetLine() {
  const network = useStore("network");
  const transport = useComputed(() => network.connection.value.transport);
  const reason = useComputed(() => network.connection.value.reason);
  const hasReason = reason.value !== "" && reason.value !== "chosen";
  return (
    <div class="net-line" title={t(($) => $.network.graph.lineHint)} data-testid="net-line">
      <span>{t(($) => $.names.transports[transport.value])}</span>
      <b class="net-late">…</b>
      {hasReason && <p>{refusalText(reason.value)()}</p>}
    </div>
  );
}

/** How the line of a value is drawn. */
function swatch(line: PlotLine, index: number): { class: string; style?: string } {
  if (line.stroke !== "stack") return { class: `net-swatch net-swatch-${line.stroke}` };
  return { class: "net-swatch net-swatch-stack", style: `background:${STACK_COLORS[index]}` };
}

/** Draws the plots of a net graph into its one canvas, and writes the values, as columns are completed. */
class Painter {
  readonly #root: HTMLElement;
  readonly #history: () => NetHistory | undefined;
  readonly #canvas: HTMLCanvasElement | null;
  readonly #context: CanvasRenderingContext2D | null | undefined;
  readonly #rows: { element: HTMLElement; values: HTMLElement[]; box: Box }[];
  readonly #late: HTMLElement | null;
  readonly #resizing: ResizeObserver;
  #frame = 0;
  #drawn = -1;
  #shown: NetHistory | undefined;

  constructor(root: HTMLElement, history: () => NetHistory | undefined) {
    this.#root = root;
    this.#history = history;
    this.#canvas = root.querySelector("canvas");
    this.#context = this.#canvas?.getContext("2d");
    this.#rows = [...root.querySelectorAll<HTMLElement>(".net-plot")].map((element) => ({
      element,
      values: [...element.querySelectorAll<HTMLElement>("b")],
      box: { x: 0, y: 0, width: 0, height: 0 },
    }));
    this.#late = root.querySelector(".net-late");
    this.#resizing = new ResizeObserver(() => this.#measure());
    this.#resizing.observe(root);
    this.#frame = requestAnimationFrame(this.#turn);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#resizing.disconnect();
  }

  #measure(): void {
    const { left, top, width, height } = this.#root.getBoundingClientRect();
    for (const row of this.#rows) {
      const box = row.element.querySelector(".net-box")?.getBoundingClientRect();
      if (box === undefined) continue;
      row.box = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
    }
    const dense = Math.min(MAX_DENSITY, devicePixelRatio);
    if (this.#canvas === null) return;
    this.#canvas.width = Math.round(width * dense);
    this.#canvas.height = Math.round(height * dense);
    this.#context?.scale(dense, dense);
    this.#drawn = -1;
  }

  readonly #turn = (): void => {
    this.#frame = requestAnimationFrame(this.#turn);
    const history = this.#history();
    const context = this.#context;
    if (history === undefined || context === null || context === undefined) return;
    const fresh = history !== this.#shown || this.#drawn < 0;
    if (!fresh && history.columns - this.#drawn < DRAW_EVERY) return;
    this.#shown = history;
    this.#drawn = history.columns;
    this.#draw(history, context);
  };

  #draw(history: NetHistory, context: CanvasRenderingContext2D): void {
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.font = "9px system-ui, sans-serif";
    context.textBaseline = "top";
    const late = t(($) => $.network.graph.late, { percent: (history.lateShare * 100).toFixed(1) });
    if (this.#late !== null && this.#late.textContent !== late) this.#late.textContent = late;
    PLOTS.forEach((plot, index) => {
      const row = this.#rows[index];
      if (row === undefined) return;
      const level = plot.level(history);
      if (row.element.dataset.level !== level) row.element.dataset.level = level;
      plot.lines.forEach((line, at) => {
        const text = line.text(history);
        const value = row.values[at];
        if (value !== undefined && value.textContent !== text) value.textContent = text;
      });
      drawPlot(context, plot, history, row.box, level);
    });
  }
}
