import { type Arena, directionOf, Tile } from "#shared/arena/arena.ts";
import { bakePieces, regionsOf } from "../../scenes/arena/bake.ts";
import { ROCK_DEPTH } from "../../scenes/arena/paint-rock.ts";
import { WALL_HEIGHT } from "../../scenes/arena/paint-walls.ts";
import { createCanvas } from "../../scenes/sprites/rasterise.ts";
import { type Theme, themeOf } from "../../scenes/themes.ts";

/** Room around the arena (tiles) that is painted with it. */
const BORDER = { side: 2, below: ROCK_DEPTH + 2 } as const;

/** The island as the game paints it, once for all panes, and the tiles that change. Lengths in tiles. */
export class Island {
  readonly arena: Arena;
  readonly theme: Theme;
  /** Whole pixels per tile: what is painted is copied to the panes as it is, which is what makes it cheap. */
  readonly scale: number;
  readonly #picture: HTMLCanvasElement;

  constructor(arena: Arena, scale: number) {
    this.arena = arena;
    this.theme = themeOf(arena.theme);
    this.scale = scale;
    this.#picture = this.#paint();
  }

  /**
   * Draws the island with the place `left`, `top` in the corner of the canvas, both multiples of a pixel. From then
   * on `context` counts in tiles.
   */
  draw(context: CanvasRenderingContext2D, left: number, top: number, crumbles: ArrayLike<number>): void {
    const { arena, scale } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    const x = Math.round((-BORDER.side - left) * scale);
    const y = Math.round((-BORDER.side - top) * scale);
    context.drawImage(this.#picture, x, y);
    context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    arena.crumbles.forEach((tile, index) => {
      this.#crumble(context, tile % arena.width, Math.floor(tile / arena.width), crumbles[index] ?? 0);
    });
  }

  #paint(): HTMLCanvasElement {
    const { arena, scale } = this;
    const { canvas, context } = createCanvas(
      Math.ceil((arena.width + 2 * BORDER.side) * scale),
      Math.ceil((arena.height + BORDER.side + BORDER.below) * scale),
    );
    context.scale(scale, scale);
    context.translate(BORDER.side, BORDER.side);
    const fine = 2 * scale;
    const pieces = [...bakePieces(arena, regionsOf(arena), fine, createCanvas)];
    const put = (image: HTMLCanvasElement | undefined, { x, y }: { x: number; y: number }): void => {
      if (image !== undefined) context.drawImage(image, x, y, image.width / fine, image.height / fine);
    };
    for (const { region, ground } of pieces) put(ground, region);
    arena.tiles.forEach((tile, at) => {
      const x = at % arena.width;
      const y = Math.floor(at / arena.width);
      if (tile === Tile.Bumper) this.#bumper(context, x + 0.5, y + 0.5);
      else if (tile === Tile.Conveyor || tile === Tile.Spring) this.#arrow(context, x, y, at, tile);
      else if (tile === Tile.Teleporter) disc(context, x + 0.5, y + 0.5, 0.4, "#b06cff");
    });
    for (const { region, walls } of pieces) put(walls, region);
    arena.tiles.forEach((tile, at) => {
      if (tile !== Tile.Fan) return;
      this.#arrow(context, at % arena.width, Math.floor(at / arena.width) - WALL_HEIGHT, at, tile);
    });
    return canvas;
  }

  #bumper(context: CanvasRenderingContext2D, x: number, y: number): void {
    const [main, shade, spots] = this.theme.bumper;
    disc(context, x, y, 0.47, shade);
    disc(context, x - 0.02, y - 0.06, 0.4, main);
    disc(context, x - 0.13, y - 0.17, 0.11, spots);
    disc(context, x + 0.15, y - 0.02, 0.08, spots);
  }

  #crumble(context: CanvasRenderingContext2D, x: number, y: number, phase: number): void {
    if (phase === 2) return;
    const [top, edge, cracks, side] = this.theme.crumble;
    context.fillStyle = side;
    context.fillRect(x + 0.03, y + 0.12, 0.94, 0.94);
    context.fillStyle = phase === 1 ? edge : top;
    context.fillRect(x + 0.03, y + 0.02, 0.94, 0.9);
    context.strokeStyle = cracks;
    context.lineWidth = 0.05;
    context.beginPath();
    context.moveTo(x + 0.2, y + 0.2);
    context.lineTo(x + 0.5, y + 0.5);
    context.lineTo(x + 0.8, y + 0.35);
    if (phase === 1) {
      context.moveTo(x + 0.5, y + 0.5);
      context.lineTo(x + 0.4, y + 0.85);
    }
    context.stroke();
  }

  #arrow(context: CanvasRenderingContext2D, x: number, y: number, at: number, tile: Tile): void {
    const direction = directionOf(this.arena, at);
    context.save();
    context.translate(x + 0.5, y + 0.5);
    context.rotate(Math.atan2(direction.y, direction.x));
    context.strokeStyle = tile === Tile.Spring ? "#ffd23f" : "rgb(29 33 69 / 0.55)";
    context.lineWidth = 0.12;
    context.beginPath();
    context.moveTo(-0.15, -0.25);
    context.lineTo(0.15, 0);
    context.lineTo(-0.15, 0.25);
    context.stroke();
    context.restore();
  }
}

/** A filled circle. */
export function disc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
): void {
  context.fillStyle = fill;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
