import type Phaser from "phaser";
import { INK } from "../palette.ts";
import { THEME_NAMES, themeOf } from "../themes.ts";
import { GLYPH_HEIGHT, GLYPH_TONES, GLYPHS, paintGlyph } from "./glyphs.ts";
import { addTexture, createCanvas, rasterise } from "./rasterise.ts";
import { Shelves } from "./shelves.ts";
import { DRAWINGS, drawing, recolor, svgDocument } from "./sources.ts";

/** Side of the sheet that all sprites share (pixels): every graphics card of the last ten years takes it. */
const SHEET = 2048;
/** Key of the sheet among the textures. */
const KEY = "sheet";
/** Hundredths of a tile per tile. */
const UNITS = 100;
/** Only painted for a look: see `LookBook`. */
const COLORED = /^(body|pattern|hand|foot)/;
/** Drawings that come in the colours of each theme, and the colours that stand for them in the files. */
const THEMED = {
  bumper: ["#ff5468", "#c93257", "#ffe8ea"],
  crumble: ["#e8cf8f", "#fff4cf", "#8a6446", "#7a5646", "#9a7357"],
  cloud: ["#fff", "#c6dcff"],
  islet: ["#74c36b", "#4f9c5c", "#6c5a8e", "#554777"],
  shard: ["#b98a5e", "#5b3f37", "#dcb587"],
} as const;

/** What a sprite needs to be drawn at its size: lengths in tiles, origin as a share of its size. */
export interface Piece {
  readonly texture: string;
  readonly frame: string;
  /** Tiles per pixel of the frame. */
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
  readonly width: number;
}

interface Source {
  readonly name: string;
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
}

/** All sprites that do not depend on a player's look, on one sheet. */
export class Art {
  /** Pixels per tile that sprites were rasterised at. */
  readonly resolution: number;
  readonly #pieces = new Map<string, Piece>();
  readonly #canvas: HTMLCanvasElement;
  readonly #frames: { name: string; x: number; y: number; width: number; height: number }[] = [];

  private constructor(resolution: number, sources: readonly Source[]) {
    this.resolution = resolution;
    const { canvas, context } = createCanvas(SHEET, SHEET);
    this.#canvas = canvas;
    const shelves = new Shelves(SHEET, SHEET);
    for (const source of [...sources].sort((a, b) => b.height - a.height)) {
      const slot = shelves.place(source.width, source.height);
      if (!slot) throw new Error(`The sprite sheet of ${SHEET} px is full: make drawings smaller`);
      context.drawImage(source.image, slot.x, slot.y, source.width, source.height);
      this.#frames.push({ name: source.name, ...slot, width: source.width, height: source.height });
      this.#pieces.set(source.name, {
        texture: KEY,
        frame: source.name,
        scale: source.scale,
        originX: source.originX,
        originY: source.originY,
        width: source.width * source.scale,
      });
    }
  }

  /** Rasterises all drawings. `resolution` in pixels per tile. */
  static async load(resolution: number): Promise<Art> {
    const names = DRAWINGS.filter((name) => !COLORED.test(name));
    const drawn = await Promise.all(names.flatMap((name) => variants(name, resolution)));
    return new Art(resolution, [...drawn, ...glyphs(resolution)]);
  }

  /** Hands the sheet to a game's textures. */
  register(textures: Phaser.Textures.TextureManager): void {
    const texture = addTexture(textures, KEY, this.#canvas);
    for (const frame of this.#frames) texture.add(frame.name, 0, frame.x, frame.y, frame.width, frame.height);
  }

  /** A sprite by name. Throws when there is none. */
  piece(name: string): Piece {
    const piece = this.#pieces.get(name);
    if (!piece) throw new Error(`There is no sprite "${name}"`);
    return piece;
  }
}

function variants(name: string, resolution: number): Promise<Source>[] {
  const kind = name.replace(/-\d+$/, "");
  const inks = Object.entries(THEMED).find(([key]) => key === kind)?.[1];
  if (!inks) return [fromDrawing(name, name, resolution, {})];
  return THEME_NAMES.map((id) => {
    const theme = themeOf(id);
    const [, edge = INK, crack = INK, , side = INK] = theme.crumble;
    const colors = {
      bumper: theme.bumper,
      crumble: theme.crumble,
      cloud: theme.cloud,
      islet: theme.far,
      shard: [side, crack, edge],
    };
    const wanted = Object.entries(colors).find(([key]) => key === kind)?.[1] ?? [];
    const swap = Object.fromEntries(inks.map((ink, index) => [`"${ink}"`, `"${wanted[index] ?? ink}"`]));
    return fromDrawing(name, `${name}-${id}`, resolution, swap);
  });
}

async function fromDrawing(
  file: string,
  name: string,
  resolution: number,
  colors: Readonly<Record<string, string>>,
): Promise<Source> {
  const { viewBox, inner, detail } = drawing(file);
  const pixels = (resolution * detail) / UNITS;
  const width = Math.ceil(viewBox.width * pixels);
  const height = Math.ceil(viewBox.height * pixels);
  return {
    name,
    image: await rasterise(svgDocument(recolor(inner, colors), viewBox, width, height)),
    width,
    height,
    originX: -viewBox.x / viewBox.width,
    originY: -viewBox.y / viewBox.height,
    scale: viewBox.width / UNITS / width,
  };
}

function glyphs(resolution: number): Source[] {
  return GLYPH_TONES.flatMap((tone, index) =>
    [...GLYPHS].map((character) => {
      const { canvas } = paintGlyph(character, tone, GLYPH_HEIGHT * resolution * 1.5);
      return {
        name: `glyph-${index}-${character}`,
        image: canvas,
        width: canvas.width,
        height: canvas.height,
        originX: 0.5,
        originY: 0.5,
        scale: GLYPH_HEIGHT / canvas.height,
      };
    }),
  );
}
