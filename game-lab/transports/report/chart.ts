/** A mark on a scale: a dot, with a line that says how far it spreads, and a tick further out. */
export interface Range {
  readonly label: string;
  readonly colour: string;
  readonly dot: number;
  readonly from: number;
  readonly to: number;
  readonly tick?: number;
  /** What stands beside it. */
  readonly says: string;
}

/** A bar of parts, one after the other. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly value: number; readonly colour: string }[];
  readonly says: string;
}

export interface Panel<T> {
  readonly title: string;
  readonly rows: readonly T[];
}

/** Values and where they lie, 0..1. */
export interface Scale {
  at(value: number): number;
  readonly ticks: readonly number[];
  format(value: number): string;
  /** A line that marks a value that means something. */
  readonly mark?: number;
}

/** Colours of the ways, told apart by those, too, who see few colours (Okabe and Ito, 2008). */
const COLOURS = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#8c6d1f",
  "#56b4e9",
  "#666666",
  "#1b1b1b",
];

/** Colour of the way at a place in the table. */
export function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length] ?? "#666666";
}

const WIDTH = 900;
const GAP = 24;
const TOP = 64;
const ROW = 22;
const HEAD = 28;
const FOOT = 26;
const LABEL = 150;
const SAYS = 76;
const INK = "#22303c";
const FAINT = "#d7dee4";

/** A linear scale from 0 to a value, with about five ticks. */
export function linear(to: number, format: (value: number) => string, mark?: number): Scale {
  const rough = to / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks = Array.from({ length: Math.floor(to / step + 1e-9) + 1 }, (_, index) => index * step);
  return {
    at: (value) => Math.min(1, Math.max(0, value / to)),
    ticks,
    format,
    ...(mark === undefined ? {} : { mark }),
  };
}

/** A logarithmic scale; `from` and `to` are larger than 0. */
export function logarithmic(from: number, to: number, format: (value: number) => string): Scale {
  const decades = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];
  return {
    at: (value) => Math.min(1, Math.max(0, Math.log(value / from) / Math.log(to / from))),
    ticks: decades.filter((value) => value >= from && value <= to),
    format,
  };
}

/** A picture of ranges, a panel for each group, all on one scale. */
export function rangeChart(
  title: string,
  note: string,
  panels: readonly Panel<Range>[],
  scale: Scale,
): string {
  return chart(title, note, panels, scale, ({ colour, dot, from, to, tick, label }, x, y) => {
    const line = (a: number, b: number, top: number, bottom: number, width: number): string =>
      `<line x1="${f(a)}" y1="${f(top)}" x2="${f(b)}" y2="${f(bottom)}" stroke="${colour}" stroke-width="${width}"/>`;
    return [
      line(x(from), x(to), y, y, 3),
      ...(tick === undefined
        ? []
        : [line(x(to), x(tick), y, y, 1), line(x(tick), x(tick), y - 5, y + 5, 1.5)]),
      `<circle cx="${f(x(dot))}" cy="${f(y)}" r="5" fill="${colour}"><title>${escaped(label)}</title></circle>`,
    ].join("");
  });
}

/** A picture of bars, a panel for each group, all on one scale that begins at 0. */
export function barChart(title: string, note: string, panels: readonly Panel<Bar>[], scale: Scale): string {
  return chart(title, note, panels, scale, ({ parts, label }, x, y) => {
    let from = 0;
    return parts
      .map(({ value, colour }) => {
        const left = x(from);
        from += value;
        const width = Math.max(0, x(from) - left);
        return `<rect x="${f(left)}" y="${f(y - 7)}" width="${f(width)}" height="14" fill="${colour}"><title>${escaped(label)}</title></rect>`;
      })
      .join("");
  });
}

function chart<T extends { readonly label: string; readonly says: string }>(
  title: string,
  note: string,
  panels: readonly Panel<T>[],
  scale: Scale,
  draw: (row: T, x: (value: number) => number, y: number) => string,
): string {
  const columns = panels.length > 1 ? 2 : 1;
  const width = (WIDTH - GAP * (columns + 1)) / columns;
  const heights = panels.map(({ rows }) => HEAD + rows.length * ROW + FOOT);
  const rowHeight = Math.max(...heights, 0);
  const lines = Math.ceil(panels.length / columns);
  const height = TOP + lines * (rowHeight + GAP);
  const body = panels.map((panel, index) => {
    const left = GAP + (index % columns) * (width + GAP);
    const top = TOP + Math.floor(index / columns) * (rowHeight + GAP);
    const plot = { left: left + LABEL, width: width - LABEL - SAYS };
    const x = (value: number): number => plot.left + plot.width * scale.at(value);
    const bottom = top + HEAD + panel.rows.length * ROW;
    const grid = scale.ticks.map((tick) => {
      const heavy = tick === scale.mark;
      return (
        `<line x1="${f(x(tick))}" y1="${top + HEAD - 4}" x2="${f(x(tick))}" y2="${bottom}" stroke="${heavy ? INK : FAINT}" stroke-width="1"/>` +
        text(x(tick), bottom + 16, scale.format(tick), { size: 11, anchor: "middle" })
      );
    });
    const rows = panel.rows.map((row, number) => {
      const y = top + HEAD + number * ROW + ROW / 2;
      return (
        text(plot.left - 10, y + 4, row.label, { anchor: "end" }) +
        draw(row, x, y) +
        text(left + width, y + 4, row.says, { anchor: "end", size: 12 })
      );
    });
    return text(left, top + 14, panel.title, { weight: 600 }) + grid.join("") + rows.join("");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif" fill="${INK}">
<title>${escaped(title)}</title><rect width="${WIDTH}" height="${height}" rx="8" fill="#ffffff"/>
${text(GAP, 28, title, { size: 18, weight: 600 })}
${text(GAP, 48, note, { size: 12 })}
${body.join("\n")}
</svg>
`;
}

interface Lettering {
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: "start" | "middle" | "end";
}

function text(
  x: number,
  y: number,
  words: string,
  { size = 13, weight = 400, anchor = "start" }: Lettering,
): string {
  return `<text x="${f(x)}" y="${f(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

function f(value: number): string {
  return value.toFixed(1);
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
