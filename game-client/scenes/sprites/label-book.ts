import type Phaser from "phaser";
import { INK } from "../palette.ts";
import { type TeamLook, teamLook } from "../teams.ts";
import type { Piece } from "./art.ts";
import { FONT_STACK } from "./glyphs.ts";
import { addTexture, createCanvas } from "./rasterise.ts";

const KEY = "labels";
/** Cells for names: more than the most players of a room. */
const COLUMNS = 5;
const ROWS = 28;
/** Size of a cell and of the letters in it (CSS pixels). */
const WIDTH = 190;
const HEIGHT = 24;
const LETTERS = 14;
const OUTLINE = 4;
/** Room for a sign before the name, and the size of the mark of a team (CSS pixels). */
const SIGN = 16;
const MARK = 12;

/** How a name is written. */
export interface LabelStyle {
  readonly name: string;
  readonly self: boolean;
  readonly bot: boolean;
  /** Number of the team, from 0; `NO_TEAM` where everybody plays for themselves. */
  readonly team: number;
  /** On the side of whoever reads it. */
  readonly mate: boolean;
}

/** Names above the heads, each written once onto a shared sheet. Pieces are sized in CSS pixels. */
export class LabelBook {
  readonly #textures: Phaser.Textures.TextureManager;
  readonly #texture: Phaser.Textures.Texture;
  readonly #context: CanvasRenderingContext2D;
  readonly #scale: number;
  readonly #pieces = new Map<string, Piece>();
  /** Counts how often the sheet was full and started over: older pieces are void. */
  edition = 0;
  #next = 0;
  #stale = false;

  /** `scale` in texture pixels per CSS pixel. */
  constructor(textures: Phaser.Textures.TextureManager, scale: number) {
    this.#textures = textures;
    this.#scale = scale;
    const { canvas, context } = createCanvas(COLUMNS * WIDTH * scale, ROWS * HEIGHT * scale);
    this.#context = context;
    this.#texture = addTexture(textures, KEY, canvas);
  }

  /** The sprite of a name. */
  piece(style: LabelStyle): Piece {
    const id = `${this.edition}|${style.self}|${style.bot}|${style.team}|${style.mate}|${style.name}`;
    const known = this.#pieces.get(id);
    if (known) return known;
    if (this.#next >= COLUMNS * ROWS) this.#startOver();
    const index = this.#next++;
    const x = (index % COLUMNS) * WIDTH;
    const y = Math.floor(index / COLUMNS) * HEIGHT;
    this.#write(style, x, y);
    const s = this.#scale;
    this.#texture.add(id, 0, x * s, y * s, WIDTH * s, HEIGHT * s);
    const piece = { texture: KEY, frame: id, scale: 1 / s, originX: 0.5, originY: 0.5, width: WIDTH };
    this.#pieces.set(id, piece);
    this.#stale = true;
    return piece;
  }

  /** Uploads what was written since the last frame. */
  flush(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#texture.source[0]?.update();
  }

  destroy(): void {
    this.#textures.remove(KEY);
  }

  #startOver(): void {
    this.edition++;
    this.#next = 0;
    this.#pieces.clear();
    this.#context.clearRect(0, 0, this.#context.canvas.width, this.#context.canvas.height);
  }

  #write(style: LabelStyle, left: number, top: number): void {
    const ctx = this.#context;
    ctx.save();
    ctx.scale(this.#scale, this.#scale);
    ctx.beginPath();
    ctx.rect(left, top, WIDTH, HEIGHT);
    ctx.clip();
    ctx.font = `800 ${LETTERS}px ${FONT_STACK}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const look = teamLook(style.team);
    const signs = (style.bot ? SIGN : 0) + (look === undefined ? 0 : SIGN);
    const most = WIDTH - 16 - signs;
    const middle = left + WIDTH / 2 + signs / 2;
    const width = Math.min(most, ctx.measureText(style.name).width);
    const from = middle - width / 2 - signs;
    if (style.mate && look !== undefined) plate(ctx, look.dark, from - 3, top, width + signs + 9);
    ctx.lineWidth = OUTLINE;
    ctx.strokeStyle = INK;
    ctx.fillStyle = style.self ? "#ffe14d" : (look?.light ?? "#ffffff");
    ctx.strokeText(style.name, middle, top + HEIGHT / 2, most);
    ctx.fillText(style.name, middle, top + HEIGHT / 2, most);
    if (look !== undefined) drawMark(ctx, look, from + SIGN / 2 - 1, top + HEIGHT / 2);
    if (style.bot) drawBot(ctx, middle - width / 2 - SIGN / 2 - 2, top + HEIGHT / 2);
    ctx.restore();
  }
}

/** What lies behind the name of a mate. */
function plate(ctx: CanvasRenderingContext2D, color: string, x: number, y: number, width: number): void {
  ctx.fillStyle = color;
  ctx.strokeStyle = "#ffffff";
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.roundRect(x, y + 2, width, HEIGHT - 4, 9);
  ctx.fill();
  ctx.stroke();
}

/** The shape of a team: tells sides apart without their colours. */
function drawMark(ctx: CanvasRenderingContext2D, { mark, main }: TeamLook, x: number, y: number): void {
  ctx.save();
  ctx.translate(x - MARK / 2, y - MARK / 2);
  ctx.scale(MARK / 24, MARK / 24);
  const shape = new Path2D(mark);
  ctx.lineWidth = 7;
  ctx.strokeStyle = INK;
  ctx.stroke(shape);
  ctx.fillStyle = main;
  ctx.fill(shape);
  ctx.lineWidth = 2.5;
  ctx.strokeStyle = "#ffffff";
  ctx.stroke(shape);
  ctx.restore();
}

/** A small robot head: says that nobody sits behind this name. */
function drawBot(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  ctx.lineWidth = 2;
  ctx.fillStyle = "#b9c6ea";
  ctx.beginPath();
  ctx.moveTo(x, y - 4);
  ctx.lineTo(x, y - 8);
  ctx.stroke();
  ctx.beginPath();
  ctx.roundRect(x - 6, y - 4.5, 12, 9.5, 3);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = INK;
  ctx.beginPath();
  ctx.arc(x - 2.4, y, 1.4, 0, Math.PI * 2);
  ctx.arc(x + 2.4, y, 1.4, 0, Math.PI * 2);
  ctx.fill();
}
