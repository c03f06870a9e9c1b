import type Phaser from "phaser";
import { type Arena, tileAt } from "#shared/arena/arena.ts";
import { addImage, type Kit } from "../kit.ts";
import { addTexture, createCanvas } from "../sprites/rasterise.ts";
import { depthAt } from "../sprites/shape.ts";
import { themeOf } from "../themes.ts";
import { bakePieces, bakeScale, type Piece, regionsOf } from "./bake.ts";
import type { PaintThread } from "./paint-thread.ts";
import { WALL_HEIGHT } from "./paint-walls.ts";
import { isBlock, type Region } from "./plan.ts";
import { SKETCH_SCALE } from "./sketch.ts";

/** Time (s) in which a piece of the island that was just painted comes out of the haze. */
const EMERGE = 0.25;
/** Texture of the sketch. */
const SKETCH = "sketch";
/** Counts the pictures there have been: several may be there at a time, each with textures of its own. */
let pictures = 0;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What stands in for an island, and who paints it meanwhile. */
export interface Draft {
  /** Undefined where something else is seen meanwhile. */
  readonly sketch: HTMLCanvasElement | undefined;
  readonly painter: PaintThread;
}

/** A tile of the ground, as a part of a texture. */
export interface TileFrame {
  readonly texture: string;
  readonly frame: string;
  /** Tiles per pixel. */
  readonly scale: number;
}

/** The island: ground and walls. */
export class ArenaPicture {
  readonly #kit: Kit;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #keys: string[] = [];
  readonly #name = `island-${pictures++}`;
  readonly #grounds: { readonly region: Region; readonly texture: Phaser.Textures.Texture }[] = [];
  #visible: boolean;
  readonly #scale: number;
  /** What is still to be painted, in that order. */
  readonly #todo: Region[];
  /** What stands there until all is painted. */
  #sketch: Phaser.GameObjects.Image | undefined;
  readonly #painter: PaintThread | undefined;
  #emerging: { readonly image: Phaser.GameObjects.Image; since: number }[] = [];

  /**
   * `draft` stands there while the island is painted bit by bit, beginning at `from`; without it all is there at once. One that is
   * not `visible` is painted unseen.
   */
  constructor(kit: Kit, arena: Arena, from: Place, draft: Draft | undefined, visible = true) {
    this.#kit = kit;
    this.#visible = visible;
    this.#scale = bakeScale(arena.width, arena.height, kit.art.resolution);
    this.#todo = regionsOf(arena);
    // The sky is left out where the island is: until that is painted it has just its colour.
    if (visible) kit.scene.cameras.main.setBackgroundColor(themeOf(arena.theme).ground[0]);
    this.#painter = draft?.painter;
    if (draft === undefined) {
      this.#paintNow(arena);
      this.update(EMERGE);
    } else {
      if (draft.sketch !== undefined) this.#sketch = this.#addSketch(draft.sketch);
      this.#todo.sort((a, b) => distanceTo(a, from) - distanceTo(b, from));
      const order = { arena, regions: [...this.#todo], scale: this.#scale };
      draft.painter.paint(order, {
        painted: (piece) => this.#add(arena, piece),
        failed: () => this.#paintNow(arena),
      });
    }
  }

  /** Whether all of it is painted. */
  get isWhole(): boolean {
    return this.#todo.length === 0;
  }

  /** Shows it, as a whole and at once, or hides it. */
  set visible(visible: boolean) {
    this.#visible = visible;
    for (const image of this.#images) image.setVisible(visible).setAlpha(1);
    this.#emerging = [];
    if (this.isWhole) this.#clearUnderneath();
  }

  /** The tile of the ground at a column and a row; undefined while it is not painted. */
  tile(column: number, row: number): TileFrame | undefined {
    const found = this.#grounds.find(({ region }) => isInside(region, column, row));
    if (found === undefined) return undefined;
    const { region, texture } = found;
    const scale = this.#scale;
    const frame = `tile-${column}-${row}`;
    if (!texture.has(frame)) {
      texture.add(frame, 0, (column - region.x) * scale, (row - region.y) * scale, scale, scale);
    }
    return { texture: texture.key, frame, scale: 1 / scale };
  }

  /** Lets what was just painted come out of the haze. */
  update(dt: number): void {
    if (this.#emerging.length === 0) return;
    for (const one of this.#emerging) {
      one.since += dt;
      one.image.setAlpha(Math.min(1, one.since / EMERGE));
    }
    this.#emerging = this.#emerging.filter(({ since }) => since < EMERGE);
    if (this.#todo.length === 0 && this.#emerging.length === 0) this.#clearUnderneath();
  }

  destroy(): void {
    this.#painter?.stop();
    this.#clearUnderneath();
    for (const image of this.#images) image.destroy();
    for (const key of this.#keys) this.#kit.scene.textures.remove(key);
  }

  /** Paints what is left while everything else waits. */
  #paintNow(arena: Arena): void {
    for (const piece of bakePieces(arena, [...this.#todo], this.#scale, createCanvas)) {
      this.#add(arena, piece);
    }
  }

  #add(arena: Arena, piece: Piece<HTMLCanvasElement>): void {
    this.#todo.shift();
    const index = this.#keys.length;
    this.#addGround(piece, `${this.#name}-ground-${index}`);
    if (piece.walls) this.#addWalls(arena, piece, piece.walls, `${this.#name}-walls-${index}`);
  }

  /** Takes away what was seen where nothing was painted yet. */
  #clearUnderneath(): void {
    this.#kit.scene.cameras.main.setBackgroundColor();
    if (this.#sketch === undefined) return;
    this.#sketch.destroy();
    this.#sketch = undefined;
    this.#kit.scene.textures.remove(SKETCH);
  }

  #addSketch(sketch: HTMLCanvasElement): Phaser.GameObjects.Image {
    addTexture(this.#kit.scene.textures, SKETCH, sketch);
    return addImage(this.#kit, "ground", SKETCH)
      .setOrigin(0)
      .setScale(1 / SKETCH_SCALE);
  }

  #keep(image: Phaser.GameObjects.Image): void {
    this.#images.push(image.setVisible(this.#visible));
    if (this.#visible) this.#emerging.push({ image: image.setAlpha(0), since: 0 });
  }

  #texture(key: string, canvas: HTMLCanvasElement): Phaser.Textures.Texture {
    this.#keys.push(key);
    return addTexture(this.#kit.scene.textures, key, canvas);
  }

  /** Pieces overlap by a pixel, which hides the seam that filtering would leave. */
  #addGround(piece: Piece<HTMLCanvasElement>, key: string): void {
    const scale = this.#scale;
    const texture = this.#texture(key, piece.ground);
    this.#grounds.push({ region: piece.region, texture });
    const cut = Math.floor(scale) - 1;
    texture.add("cut", 0, cut, cut, piece.ground.width - 2 * cut, piece.ground.height - 2 * cut);
    const image = addImage(this.#kit, "ground", key, "cut");
    image.setOrigin(0).setScale(1 / scale);
    image.setPosition(piece.region.x + cut / scale, piece.region.y + cut / scale);
    this.#keep(image);
  }

  /** Each row of a block is a sprite among the actors, so that who stands behind it is covered. */
  #addWalls(arena: Arena, piece: Piece<HTMLCanvasElement>, walls: HTMLCanvasElement, key: string): void {
    const scale = this.#scale;
    const texture = this.#texture(key, walls);
    const { region } = piece;
    const isWall = (c: number, r: number) => isBlock(tileAt(arena, c, r));
    const side = 0.08;
    for (let r = Math.ceil(region.y) + 1; r < region.y + region.height - 1; r++) {
      for (let c = Math.ceil(region.x) + 1; c < region.x + region.width - 1; c++) {
        if (!isWall(c, r)) continue;
        const top = r - WALL_HEIGHT - side;
        const bottom = isWall(c, r + 1) ? r + 1 - WALL_HEIGHT : r + 1 + side;
        const left = isWall(c - 1, r) ? c : c - side;
        const right = isWall(c + 1, r) ? c + 1 : c + 1 + side;
        const x = Math.round((left - region.x) * scale);
        const y = Math.round((top - region.y) * scale);
        const frame = `${c}-${r}`;
        const width = Math.round((right - region.x) * scale) - x;
        texture.add(frame, 0, x, y, width, Math.round((bottom - region.y) * scale) - y);
        const image = addImage(this.#kit, "actors", key, frame);
        image
          .setOrigin(0)
          .setScale(1 / scale)
          .setDepth(depthAt(r + 0.5));
        image.setPosition(region.x + x / scale, region.y + y / scale);
        this.#keep(image);
      }
    }
  }
}

/** Whether a tile lies in a region, with what surrounds it. */
function isInside({ x, y, width, height }: Region, column: number, row: number): boolean {
  return column > x && row > y && column + 1 < x + width && row + 1 < y + height;
}

function distanceTo({ x, y, width, height }: Region, to: Place): number {
  return Math.hypot(x + width / 2 - to.x, y + height / 2 - to.y);
}
