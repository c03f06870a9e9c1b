import { lineChart } from "../netcode/line-chart.ts";
import { type Analysis, drawn } from "./analysis.ts";
import type { Point } from "./fit.ts";

/** Colours that are told apart by those, too, who see few (Okabe and Ito, 2008). */
const BLUE = "#0072b2";
const ORANGE = "#d55e00";
const GREY = "#7a8792";

/** The cost of one room by its players. */
export function drawRoom({ near, all }: Analysis): string {
  const most = Math.max(...[...near.points, ...all.points].map(([n]) => n));
  const cpu = [...near.points, ...all.points].map(([, y]) => y / 10);
  return lineChart({
    title: "What one room costs by the players in it",
    note: "Dots: measured; lines: the fitted curves. CPU of the whole server process in percent of a core.",
    x: { label: "players in the room", from: 0, to: Math.ceil(most / 16) * 16, step: 16 },
    y: axis("%", Math.max(...cpu)),
    series: [
      { label: "told of everybody", colour: ORANGE, points: percents(all.points), dots: true },
      { label: "told of who is near", colour: BLUE, points: percents(near.points), dots: true },
      { label: "", colour: ORANGE, points: drawn(all, 2, most) },
      { label: "", colour: BLUE, points: drawn(near, 2, most) },
    ],
  });
}

/** The cost of a server by the players in full Brawls, up to where its core is full. */
export function drawRooms({ rooms, saturation }: Analysis): string {
  const last = rooms.points.at(-1)?.[0] ?? 0;
  const most = Math.max(last, saturation?.players ?? 0);
  const step = Math.max(16, Math.ceil(most / 12 / 16) * 16);
  const to = Math.ceil(most / step) * step;
  return lineChart({
    title: "What full Brawls of 16 cost together",
    note: "Dots: measured; solid: the fitted line; dashed: where it leads. CPU of the whole server process in percent of a core.",
    x: { label: "players", from: 0, to, step },
    y: { label: "%", from: 0, to: 120, step: 20 },
    series: [
      { label: "measured", colour: BLUE, points: percents(rooms.points), dots: true },
      {
        label: "one core",
        colour: GREY,
        points: [
          [0, 100],
          [to, 100],
        ],
      },
      { label: "", colour: BLUE, points: drawn(rooms, 0, last) },
      { label: "", colour: BLUE, points: drawn(rooms, last, most), dashed: true },
    ],
  });
}

function percents(points: readonly Point[]): Point[] {
  return points.map(([n, ms]) => [n, ms / 10]);
}

function axis(label: string, most: number) {
  const step = most > 50 ? 10 : most > 20 ? 5 : 2;
  return { label, from: 0, to: Math.ceil(most / step) * step, step };
}
