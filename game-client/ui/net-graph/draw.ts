import { COLUMNS, type Line, type NetHistory } from "../../session/net-history.ts";
import { t } from "../../words/t.ts";
import { type Level, LONG_FRAME_MS, type Plot, scaleEnd } from "./plots.ts";

/** A rectangle on the canvas (CSS pixels). */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Light and dark apart as well as in hue, so that they differ for every eye (after Okabe and Ito, 2008). */
export const LEVEL_COLORS: Readonly<Record<Level, string>> = {
  good: "#8fd6ff",
  fair: "#ffd23f",
  bad: "#ff7a5c",
};
/** Of the parts of a stack, from below. */
export const STACK_COLORS = ["#4f9dff", "#ffd23f", "#d9ecff"] as const;
const SIDE_COLOR = "rgb(217 236 255 / 0.75)";
const GROUND_COLOR = "rgb(5 17 54 / 0.55)";
const LIMIT_COLOR = "rgb(255 255 255 / 0.28)";
/** Where the match went on over another transport: through all plots, and how wide (CSS pixels). */
const MOVE_COLOR = "#b6f09c";
const MOVE_WIDTH = 2;
const SCALE_COLOR = "rgb(188 211 255 / 0.85)";
/** Width of a line and height of the mark above a long frame (CSS pixels). */
const LINE_WIDTH = 1.5;
const MARK = 3;
/** A plot that is narrower (CSS pixels) has no room for the end of its scale. */
const LEGIBLE_WIDTH = 80;

/** Draws one plot into its box: the ground, the limit, the lines of the last ten seconds, the end of the scale. */
export function drawPlot(
  canvas: CanvasRenderingContext2D,
  plot: Plot,
  history: NetHistory,
  box: Box,
  level: Level,
): void {
  canvas.fillStyle = GROUND_COLOR;
  canvas.fillRect(box.x, box.y, box.width, box.height);
  const stacked = plot.lines[0]?.stroke === "stack";
  const most = stacked ? mostOfStack(plot, history) : mostOf(plot, history);
  const end = scaleEnd(most, plot.atLeast, plot.atMost);
  const lowest = plot.lowest ?? 0;
  if (plot.limit !== undefined && plot.limit < end) {
    const y = Math.round(box.y + box.height * (1 - (plot.limit - lowest) / (end - lowest))) + 0.5;
    canvas.fillStyle = LIMIT_COLOR;
    canvas.fillRect(box.x, y, box.width, 1);
  }
  if (stacked) drawStack(canvas, plot, history, box, end);
  else {
    for (const { line, stroke } of plot.lines) {
      if (stroke === "bars") drawBars(canvas, line, history, box, end, LEVEL_COLORS[level]);
      else
        drawLine(
          canvas,
          line,
          history,
          box,
          { lowest, end },
          stroke === "side" ? undefined : LEVEL_COLORS[level],
        );
    }
  }
  canvas.fillStyle = MOVE_COLOR;
  for (const ago of history.movedAgo)
    canvas.fillRect(
      Math.round(box.x + box.width * (1 - (ago + 0.5) / COLUMNS)),
      box.y,
      MOVE_WIDTH,
      box.height,
    );
  if (box.width < LEGIBLE_WIDTH) return;
  canvas.fillStyle = SCALE_COLOR;
  canvas.fillText(
    end >= 1000 ? t(($) => $.units.thousands, { value: end / 1000 }) : String(end),
    box.x + 2,
    box.y + 1,
  );
}

function mostOf(plot: Plot, history: NetHistory): number {
  let most = 0;
  for (const { line } of plot.lines) most = Math.max(most, history.most(line, COLUMNS) || 0);
  return most;
}

function mostOfStack(plot: Plot, history: NetHistory): number {
  let most = 0;
  for (let ago = 0; ago < COLUMNS; ago++) {
    let sum = 0;
    for (const { line } of plot.lines) sum += history.at(line, ago) || 0;
    if (sum > most) most = sum;
  }
  return most;
}

/** With a colour the main line, without one the dashed line beside it. */
function drawLine(
  canvas: CanvasRenderingContext2D,
  line: Line,
  history: NetHistory,
  box: Box,
  { lowest, end }: { lowest: number; end: number },
  color: string | undefined,
): void {
  const step = box.width / (COLUMNS - 1);
  canvas.beginPath();
  let pen = false;
  for (let ago = COLUMNS - 1; ago >= 0; ago--) {
    const value = history.at(line, ago);
    if (Number.isNaN(value)) {
      pen = false;
      continue;
    }
    const x = box.x + box.width - ago * step;
    const share = (Math.min(end, Math.max(lowest, value)) - lowest) / (end - lowest);
    const y = box.y + box.height - 1 - share * (box.height - 2);
    if (pen) canvas.lineTo(x, y);
    else canvas.moveTo(x, y);
    pen = true;
  }
  canvas.lineWidth = color === undefined ? 1 : LINE_WIDTH;
  canvas.strokeStyle = color ?? SIDE_COLOR;
  canvas.setLineDash(color === undefined ? DASHES : NO_DASHES);
  canvas.stroke();
}

const DASHES = [3, 2];
const NO_DASHES: number[] = [];

function drawBars(
  canvas: CanvasRenderingContext2D,
  line: Line,
  history: NetHistory,
  box: Box,
  end: number,
  color: string,
): void {
  const step = box.width / COLUMNS;
  const width = Math.max(1, step);
  for (let ago = 0; ago < COLUMNS; ago++) {
    const value = history.at(line, ago);
    // NaN is no bar either.
    if (!(value > 0)) continue;
    const height = Math.max(1, (Math.min(end, value) / end) * box.height);
    const x = box.x + box.width - (ago + 1) * step;
    const long = line === "frame" && value > LONG_FRAME_MS;
    canvas.fillStyle = long ? LEVEL_COLORS.bad : line === "frame" ? LEVEL_COLORS.good : color;
    canvas.fillRect(x, box.y + box.height - height, width, height);
    if (long) canvas.fillRect(x - 1, box.y, width + 2, MARK);
  }
}

function drawStack(
  canvas: CanvasRenderingContext2D,
  plot: Plot,
  history: NetHistory,
  box: Box,
  end: number,
): void {
  const step = box.width / (COLUMNS - 1);
  // From the whole stack to its lowest part, each over the one before.
  for (let part = plot.lines.length - 1; part >= 0; part--) {
    canvas.beginPath();
    canvas.moveTo(box.x + box.width, box.y + box.height);
    let x = box.x + box.width;
    for (let ago = 0; ago < COLUMNS; ago++) {
      let sum = 0;
      for (let below = 0; below <= part; below++) {
        const line = plot.lines[below]?.line;
        if (line !== undefined) sum += history.at(line, ago) || 0;
      }
      x = box.x + box.width - ago * step;
      canvas.lineTo(x, box.y + box.height - (Math.min(end, sum) / end) * box.height);
    }
    canvas.lineTo(x, box.y + box.height);
    canvas.fillStyle = STACK_COLORS[part] ?? STACK_COLORS[0];
    canvas.fill();
  }
}
