import type Phaser from "phaser";
import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { addImage, type Kit } from "../kit.ts";
import { addTexture } from "../sprites/rasterise.ts";
import { type BakedPiece, bakeArena, bakeScale } from "./bake.ts";
import { Belts } from "./belts.ts";
import { Bumpers } from "./bumpers.ts";
import { Crumbles } from "./crumbles.ts";
import { WALL_HEIGHT } from "./paint-walls.ts";
import { Springs } from "./springs.ts";

/** The island and everything on it that moves by itself. */
export class ArenaPicture {
  readonly crumbles: Crumbles;
  readonly bumpers: Bumpers;
  readonly springs: Springs;
  readonly #kit: Kit;
  readonly #belts: Belts;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #keys: string[] = [];

  constructor(kit: Kit, arena: Arena) {
    this.#kit = kit;
    const scale = bakeScale(arena.width, arena.height, kit.art.resolution);
    for (const [index, piece] of bakeArena(arena, scale).entries()) {
      this.#addGround(piece, `ground-${index}`, scale);
      if (piece.walls) this.#addWalls(arena, piece, piece.walls, `walls-${index}`, scale);
    }
    this.crumbles = new Crumbles(kit, arena);
    this.bumpers = new Bumpers(kit, arena);
    this.springs = new Springs(kit, arena);
    this.#belts = new Belts(kit, arena);
  }

  /** `states` per crumbling tile as in `MatchView.crumbles`. */
  update(states: ArrayLike<number>, dt: number): void {
    this.crumbles.update(states, dt);
    this.bumpers.update(dt);
    this.springs.update(dt);
    this.#belts.update(dt);
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
    for (const key of this.#keys) this.#kit.scene.textures.remove(key);
    for (const part of [this.crumbles, this.bumpers, this.springs, this.#belts]) part.destroy();
  }

  #texture(key: string, canvas: HTMLCanvasElement): Phaser.Textures.Texture {
    this.#keys.push(key);
    return addTexture(this.#kit.scene.textures, key, canvas);
  }

  /** Pieces overlap by a pixel, which hides the seam that filtering would leave. */
  #addGround(piece: BakedPiece, key: string, scale: number): void {
    const texture = this.#texture(key, piece.ground);
    const cut = Math.floor(scale) - 1;
    texture.add("cut", 0, cut, cut, piece.ground.width - 2 * cut, piece.ground.height - 2 * cut);
    const image = addImage(this.#kit, "ground", key, "cut");
    image.setOrigin(0).setScale(1 / scale);
    image.setPosition(piece.region.x + cut / scale, piece.region.y + cut / scale);
    this.#images.push(image);
  }

  /** Each row of a block is a sprite among the actors, so that who stands behind it is covered. */
  #addWalls(arena: Arena, piece: BakedPiece, walls: HTMLCanvasElement, key: string, scale: number): void {
    const texture = this.#texture(key, walls);
    const { region } = piece;
    const isWall = (c: number, r: number) => tileAt(arena, c, r) === Tile.Wall;
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
          .setDepth(r + 0.5);
        image.setPosition(region.x + x / scale, region.y + y / scale);
        this.#images.push(image);
      }
    }
  }
}
