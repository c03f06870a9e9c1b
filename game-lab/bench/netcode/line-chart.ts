/** A line of a chart: points with x in the chart's own unit. */
export interface Series {
  readonly label: string;
  readonly colour: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Steps from point to point instead of straight lines. */
  readonly dashed?: boolean;
  /** Points alone, without a line. */
  readonly dots?: boolean;
}

export interface LineChart {
  readonly title: string;
  readonly note: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const WIDTH = 900;
const HEIGHT = 340;
const PLOT = { left: 64, top: 84, right: WIDTH - 24, bottom: HEIGHT - 48 };
const INK = "#22303c";
const FAINT = "#d7dee4";

/** A chart of lines as an SVG document. */
export function lineChart({ title, note, x, y, series }: LineChart): string {
  const place = (axis: Axis, from: number, to: number) => (value: number) =>
    from +
    ((Math.min(axis.to, Math.max(axis.from, value)) - axis.from) / (axis.to - axis.from)) * (to - from);
  const atX = place(x, PLOT.left, PLOT.right);
  const atY = place(y, PLOT.bottom, PLOT.top);
  const columns = ticks(x).map(
    (tick) =>
      line(atX(tick), PLOT.top, atX(tick), PLOT.bottom) + text(atX(tick), PLOT.bottom + 18, tick, "middle"),
  );
  const rows = ticks(y).map(
    (tick) =>
      line(PLOT.left, atY(tick), PLOT.right, atY(tick)) + text(PLOT.left - 8, atY(tick) + 4, tick, "end"),
  );
  const lines = series.map(({ points, colour, dashed, dots }) => {
    if (dots === true) {
      return points
        .map(
          ([px, py]) =>
            `<circle cx="${atX(px).toFixed(1)}" cy="${atY(py).toFixed(1)}" r="4.5" fill="${colour}"/>`,
        )
        .join("");
    }
    const way = points.map(([px, py]) => `${atX(px).toFixed(1)},${atY(py).toFixed(1)}`).join(" ");
    const dashes = dashed === true ? ' stroke-dasharray="6 4"' : "";
    return `<polyline points="${way}" fill="none" stroke="${colour}" stroke-width="2"${dashes}/>`;
  });
  const named = series.filter(({ label }) => label !== "");
  const legend = named.map(({ label, colour }, index) => {
    const left = PLOT.left + index * 210;
    return `<rect x="${left}" y="${PLOT.top - 22}" width="14" height="4" fill="${colour}"/>${text(left + 20, PLOT.top - 16, label)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">
<title>${escaped(title)}</title><rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#ffffff"/>
<text x="${PLOT.left}" y="28" font-size="18" font-weight="600">${escaped(title)}</text>
<text x="${PLOT.left}" y="48">${escaped(note)}</text>
${[...columns, ...rows, ...lines, ...legend].join("\n")}
${text(PLOT.right, HEIGHT - 10, x.label, "end")}
${text(8, PLOT.top - 40 + 20, y.label)}
</svg>
`;
}

function ticks({ from, to, step }: Axis): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${FAINT}"/>`;
}

function text(
  x: number,
  y: number,
  words: string | number,
  anchor: "start" | "middle" | "end" = "start",
): string {
  const says = typeof words === "number" ? String(Number(words.toFixed(3))) : escaped(words);
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${says}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
