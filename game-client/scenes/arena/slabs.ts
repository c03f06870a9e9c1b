import type Phaser from "phaser";
import { addImage, addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import type { Part } from "../sprites/part.ts";
import type { TileFrame } from "./arena-picture.ts";

/** A tile of a ring, and what it looks like. */
export interface SlabTile {
  readonly column: number;
  readonly row: number;
  /** Undefined for what has no picture of its own: a crumbling tile. */
  readonly ground: TileFrame | undefined;
}

interface Slab {
  readonly ground: Phaser.GameObjects.Image | undefined;
  readonly cracks: Part;
  readonly x: number;
  readonly y: number;
  readonly phase: number;
}

/** How far a slab shakes from its place (tiles), and how often to and fro (1/s). */
const SHAKE = { far: 0.03, often: 46 } as const;
/** Cracks come with the time (s) in which a ring shakes, and blink so often a second. */
const CRACK = { comes: 0.5, blinks: 3.2 } as const;
/** Speed of the fall (tiles/s^2), the longest time until one falls after the first, and until it is out of sight (s). */
const GRAVITY = 10;
const SPREAD = 0.35;
const FADE = 0.8;

/** The tiles of one ring of the rim: they shake, and then they fall, one a little after the other. */
export class Slabs {
  readonly #kit: Kit;
  readonly #slabs: readonly Slab[];
  #time = 0;
  /** Seconds since they fell; undefined while they shake. */
  #fallen: number | undefined;

  constructor(kit: Kit, tiles: readonly SlabTile[]) {
    this.#kit = kit;
    this.#slabs = tiles.map(({ column, row, ground }) => {
      const [x, y] = [column + 0.5, row + 0.5];
      const image = ground && addImage(kit, "tiles", ground.texture, ground.frame).setScale(ground.scale);
      return { ground: image, cracks: addPart(kit, "tiles", "crack"), x, y, phase: hash(column, row) };
    });
  }

  /** From now on they fall. */
  fall(): void {
    if (this.#fallen !== undefined) return;
    this.#fallen = 0;
    const { tiles, abyss } = this.#kit.layers;
    for (const { ground, cracks } of this.#slabs) {
      cracks.visible = false;
      if (ground === undefined) continue;
      // Behind what is left of the island.
      tiles.remove(ground);
      abyss.add(ground);
    }
  }

  /** Whether none of them is seen any more. */
  get areGone(): boolean {
    return this.#fallen !== undefined && this.#fallen > SPREAD + FADE;
  }

  update(dt: number): void {
    this.#time += dt;
    const still = this.#kit.settings().moves.bobs === 0;
    if (this.#fallen === undefined) {
      for (const slab of this.#slabs) this.#shake(slab, still);
      return;
    }
    this.#fallen += dt;
    for (const slab of this.#slabs) sink(slab, this.#fallen - slab.phase * SPREAD, still);
  }

  destroy(): void {
    for (const { ground, cracks } of this.#slabs) {
      ground?.destroy();
      cracks.destroy();
    }
  }

  #shake({ ground, cracks, x, y, phase }: Slab, still: boolean): void {
    const t = this.#time * SHAKE.often + phase * 7;
    const far = still ? 0 : SHAKE.far;
    const [dx, dy] = [Math.sin(t) * far, Math.cos(t * 1.3) * far];
    ground?.setPosition(x + dx, y + dy);
    cracks.at(x + dx, y + dy);
    const blink = still ? 1 : 0.72 + 0.28 * Math.sin(this.#time * CRACK.blinks * Math.PI * 2);
    cracks.alpha = Math.min(1, this.#time / CRACK.comes) * blink;
  }
}

function sink({ ground, x, y, phase }: Slab, since: number, still: boolean): void {
  if (ground === undefined) return;
  const t = Math.max(0, since);
  const left = Math.max(0, 1 - t / FADE);
  ground.setAlpha(left).setVisible(left > 0);
  if (still) return;
  ground.setPosition(x, y + (GRAVITY * t * t) / 2);
  ground.setRotation((phase - 0.5) * t * 2.4);
}
