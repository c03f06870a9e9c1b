import type { Tones } from "../palette.ts";

/** Text of every drawing in assets/sprites, by file name without its ending. */
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>("../../../assets/sprites/*.svg", {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  ).map(([path, text]) => [path.slice(path.lastIndexOf("/") + 1, -".svg".length), text]),
);

/** The template blue of assets/README.md: drawings of characters use these tones, and get the player's. */
const TEMPLATE: Readonly<Record<keyof Tones, string>> = {
  main: "#4aa3ff",
  shade: "#2f7fe0",
  light: "#8cc8ff",
  line: "#14305e",
  mark: "#d7ecff",
};

/** A drawing, taken apart. One unit of a view box is a hundredth of a tile. */
export interface Drawing {
  readonly viewBox: ViewBox;
  /** What is inside the `svg` element. */
  readonly inner: string;
  /** How much finer than its size on the ground it is rasterised, because it gets drawn enlarged. */
  readonly detail: number;
}

export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Names of all drawings. */
export const DRAWINGS: readonly string[] = Object.keys(FILES);

/** Reads a drawing. Throws when there is no such file or its view box is missing. */
export function drawing(name: string): Drawing {
  const text = FILES[name];
  if (text === undefined) throw new Error(`There is no drawing assets/sprites/${name}.svg`);
  const box = /viewBox="([^"]+)"/.exec(text)?.[1]?.trim().split(/\s+/).map(Number);
  const [x, y, width, height] = box ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new Error(`assets/sprites/${name}.svg needs a viewBox of four numbers`);
  }
  return {
    viewBox: { x, y, width, height },
    inner: text.slice(text.indexOf(">") + 1, text.lastIndexOf("</svg>")),
    detail: Number(/data-detail="([\d.]+)"/.exec(text)?.[1] ?? 1),
  };
}

/** Replaces colours in the text of a drawing. */
export function recolor(inner: string, colors: Readonly<Record<string, string>>): string {
  return Object.entries(colors).reduce((text, [from, to]) => text.replaceAll(from, to), inner);
}

/** Gives a drawing of a character the tones of a player. */
export function paintTones(inner: string, tones: Tones): string {
  const keys = ["main", "shade", "light", "line", "mark"] as const;
  return recolor(inner, Object.fromEntries(keys.map((key) => [TEMPLATE[key], tones[key]])));
}

/** Makes the ids of gradients and clips (`id-...` in the files) unique, for drawings in one document. */
export function scopeIds(inner: string, scope: string): string {
  return inner.replaceAll("id-", `${scope}-`);
}

/** Wraps the inside of drawings up as a document of its own. Sizes in pixels. */
export function svgDocument(inner: string, box: ViewBox, width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x} ${box.y} ${box.width} ${box.height}" width="${width}" height="${height}">${inner}</svg>`;
}
