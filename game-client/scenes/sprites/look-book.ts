import type Phaser from "phaser";
import { nextFrame } from "../../next-frame.ts";
import { PATTERNS, type PaletteName, tonesOf } from "../palette.ts";
import type { Piece } from "./art.ts";
import { addTexture, createCanvas, rasterise } from "./rasterise.ts";
import { Shelves, type Slot } from "./shelves.ts";
import { drawing, paintTones, svgDocument } from "./sources.ts";

const KEY = "looks";
const UNITS = 100;
/** Cells on the sheet: every colour with every pattern of a palette, and the greys, need 78. */
const COLUMNS = 8;
const ROWS = 10;
/** Cell of one look (hundredths of a tile): body, and beside it the hand above the foot. */
const CELL = { x: 0, y: 0, width: 152, height: 110 } as const;
const PLACES = {
  body: { x: 54, y: 54, origin: 54, width: 108, height: 108, left: 0, top: 0 },
  hand: { x: 130, y: 19, origin: 17, width: 34, height: 34, left: 113, top: 2 },
  foot: { x: 130, y: 60, origin: 20, width: 40, height: 30, left: 110, top: 45 },
} as const;

/** The coloured sprites of one look. */
export interface LookPieces {
  readonly body: Piece;
  readonly hand: Piece;
  readonly foot: Piece;
}

/** Bakes the bodies of the looks that are in play, each once, onto a sheet of their own. */
export class LookBook {
  readonly #textures: Phaser.Textures.TextureManager;
  readonly #resolution: number;
  readonly #context: CanvasRenderingContext2D;
  readonly #texture: Phaser.Textures.Texture;
  readonly #ready = new Map<number, LookPieces>();
  readonly #pending = new Set<number>();
  #shelves: Shelves;
  #palette: PaletteName = "vivid";
  #edition = 0;
  #stale = false;
  /** Settles when the next look may be baked: one in a frame. */
  #baking: Promise<void> = Promise.resolve();

  /** `resolution` in pixels per tile. */
  constructor(textures: Phaser.Textures.TextureManager, resolution: number) {
    this.#textures = textures;
    this.#resolution = resolution;
    const [width, height] = this.#sheetSize();
    const { canvas, context } = createCanvas(width, height);
    this.#context = context;
    this.#shelves = new Shelves(width, height);
    this.#texture = addTexture(textures, KEY, canvas);
  }

  /**
   * Sprites of a look, or undefined for the few milliseconds until they are baked. Colour -1 is the grey of
   * the disconnected.
   */
  pieces(color: number, pattern: number, palette: PaletteName): LookPieces | undefined {
    if (palette !== this.#palette) {
      this.#clear();
      this.#palette = palette;
    }
    const id = color * PATTERNS.length + pattern;
    const pieces = this.#ready.get(id);
    if (!pieces && !this.#pending.has(id)) void this.#bake(id, color, pattern);
    return pieces;
  }

  /** Bakes a look and waits for it. */
  async prepare(color: number, pattern: number, palette: PaletteName): Promise<LookPieces> {
    const ready = this.pieces(color, pattern, palette);
    if (ready) return ready;
    await this.#bake(color * PATTERNS.length + pattern, color, pattern);
    return this.prepare(color, pattern, palette);
  }

  /** Forgets all looks. Sprites in use ask for theirs in every frame, and so get the new ones. */
  #clear(): void {
    this.#edition++;
    this.#ready.clear();
    this.#pending.clear();
    const { width, height } = this.#context.canvas;
    this.#context.clearRect(0, 0, width, height);
    this.#shelves = new Shelves(...this.#sheetSize());
  }

  /** Uploads what was baked since the last frame. */
  flush(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#texture.source[0]?.update();
  }

  destroy(): void {
    this.#clear();
    this.#textures.remove(KEY);
  }

  #sheetSize(): [number, number] {
    const pixels = this.#resolution / UNITS;
    return [COLUMNS * (Math.ceil(CELL.width * pixels) + 3), ROWS * (Math.ceil(CELL.height * pixels) + 3)];
  }

  async #bake(id: number, color: number, pattern: number): Promise<void> {
    this.#pending.add(id);
    const edition = this.#edition;
    const pixels = this.#resolution / UNITS;
    const width = Math.ceil(CELL.width * pixels);
    const height = Math.ceil(CELL.height * pixels);
    const svg = svgDocument(cell(color, pattern, this.#palette), CELL, width, height);
    const rasterised = this.#baking.then(() => rasterise(svg));
    this.#baking = rasterised.then(nextFrame, nextFrame);
    const image = await rasterised;
    if (edition !== this.#edition || !this.#pending.delete(id)) return;
    const slot = this.#shelves.place(width, height);
    if (!slot) {
      this.#clear();
      return;
    }
    this.#context.drawImage(image, slot.x, slot.y, width, height);
    this.#ready.set(id, {
      body: this.#piece(id, "body", slot),
      hand: this.#piece(id, "hand", slot),
      foot: this.#piece(id, "foot", slot),
    });
    this.#stale = true;
  }

  #piece(id: number, name: keyof typeof PLACES, slot: Slot): Piece {
    const place = PLACES[name];
    const pixels = this.#resolution / UNITS;
    const frame = `${this.#edition}-${id}-${name}`;
    const width = place.width * pixels;
    this.#texture.add(
      frame,
      0,
      slot.x + place.left * pixels,
      slot.y + place.top * pixels,
      width,
      place.height * pixels,
    );
    return {
      texture: KEY,
      frame,
      scale: 1 / this.#resolution,
      originX: 0.5,
      originY: 0.5,
      width: place.width / UNITS,
    };
  }
}

function cell(color: number, pattern: number, palette: PaletteName): string {
  const mark = `pattern-${PATTERNS[pattern] ?? PATTERNS[0]}`;
  const body = ["body", mark, "body-light"].map((name) => drawing(name).inner).join("");
  const at = (name: keyof typeof PLACES, inner: string) =>
    `<g transform="translate(${PLACES[name].x} ${PLACES[name].y})">${inner}</g>`;
  const inner = at("body", body) + at("hand", drawing("hand").inner) + at("foot", drawing("foot").inner);
  return paintTones(inner, tonesOf(palette, color));
}
