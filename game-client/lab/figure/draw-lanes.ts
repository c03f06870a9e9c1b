import type { Lanes } from "./lanes.ts";

/** Seconds that the lanes show, in ms. */
export const SHOWN_MS = 3000;
/** Height of a lane and radius of a dot (CSS pixels). */
const LANE = 30;
const DOT = 3.5;
export const LANES_HEIGHT = 3 * LANE;
/** Light and dark apart as well as in hue, and of different shapes: no eye needs the colours. */
const COLORS = {
  sent: "#8fd6ff",
  lost: "#ff7a5c",
  again: "#ffd23f",
  held: "#ffd23f",
  ground: "rgb(169 208 255 / 0.2)",
};

/** Draws the lanes of the last seconds before `nowMs`, newest at the right. */
export function drawLanes(
  canvas: CanvasRenderingContext2D,
  width: number,
  lanes: Lanes,
  nowMs: number,
): void {
  const x = (atMs: number): number => width * (1 - (nowMs - atMs) / SHOWN_MS);
  const y = (lane: number): number => LANE * (lane + 0.5);
  canvas.clearRect(0, 0, width, LANES_HEIGHT);
  canvas.fillStyle = COLORS.ground;
  for (const lane of [0, 1, 2]) canvas.fillRect(0, y(lane), width, 1);
  for (const { atMs, kind } of lanes.packets) {
    if (atMs > nowMs) continue;
    if (kind !== "lost")
      dot(canvas, x(atMs), y(0), kind === "again" ? COLORS.again : COLORS.sent, kind === "again");
  }
  for (const { thereMs, givenMs, held } of lanes.stream) {
    if (thereMs > nowMs) continue;
    const until = Math.min(givenMs, nowMs);
    if (held) bar(canvas, x(thereMs), x(until), y(1));
    if (givenMs <= nowMs) dot(canvas, x(givenMs), y(1), held ? COLORS.held : COLORS.sent, held);
  }
  for (const { thereMs, lost } of lanes.datagrams) {
    if (thereMs > nowMs) continue;
    if (!lost) dot(canvas, x(thereMs), y(2), COLORS.sent, false);
  }
  // What is missing lies over what came close to it.
  for (const { atMs, kind } of lanes.packets) if (kind === "lost") cross(canvas, x(atMs), y(0));
  for (const { thereMs, lost } of lanes.datagrams) if (lost) cross(canvas, x(thereMs), y(2));
}

function dot(canvas: CanvasRenderingContext2D, x: number, y: number, color: string, ring: boolean): void {
  canvas.beginPath();
  canvas.arc(x, y, DOT, 0, 2 * Math.PI);
  canvas.fillStyle = color;
  canvas.strokeStyle = color;
  canvas.lineWidth = 2;
  if (ring) canvas.stroke();
  else canvas.fill();
}

function cross(canvas: CanvasRenderingContext2D, x: number, y: number): void {
  const arm = 1.4 * DOT;
  canvas.strokeStyle = COLORS.lost;
  canvas.lineWidth = 2.5;
  canvas.beginPath();
  canvas.moveTo(x - arm, y - arm);
  canvas.lineTo(x + arm, y + arm);
  canvas.moveTo(x + arm, y - arm);
  canvas.lineTo(x - arm, y + arm);
  canvas.stroke();
}

/** The time for which a message was there and the page did not get it. */
function bar(canvas: CanvasRenderingContext2D, from: number, until: number, y: number): void {
  canvas.fillStyle = COLORS.held;
  canvas.globalAlpha = 0.35;
  canvas.fillRect(from, y - 1.5, Math.max(1, until - from), 4);
  canvas.globalAlpha = 1;
}
