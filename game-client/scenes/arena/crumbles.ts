import { type Arena, Tile } from "#shared/arena/arena.ts";
import { addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import { approach } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import { themeName } from "../themes.ts";

interface Slab {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly phase: number;
  readonly sunk: boolean;
  /** Seconds since it fell; 0 while it is there. */
  gone: number;
  /** 0..1, how much of it has grown back. */
  grown: number;
}

/** State of a crumbling tile as in `Ground.crumblePhases`. */
const SHAKING = 1;
const GONE = 2;
/** Speed of the fall (tiles/s^2) and time until it is out of sight (s). */
const GRAVITY = 9;
const FADE = 0.8;
/** How quickly it grows back (1/s). */
const GROWTH = 9;

/** The slabs that shake when stepped on, fall, and grow back. */
export class Crumbles {
  readonly #slabs: Slab[];
  #time = 0;

  constructor(kit: Kit, arena: Arena) {
    this.#slabs = arena.crumbles.map((index) => {
      const x = (index % arena.width) + 0.5;
      const y = Math.floor(index / arena.width) + 0.5;
      const part = addPart(kit, "tiles", `crumble-${themeName(arena.theme)}`).at(x, y);
      // Where the rim has sunk there is none any more.
      const sunk = arena.tiles[index] !== Tile.Crumble;
      return { part, x, y, phase: hash(x * 2, y * 2) * 7, sunk, gone: 0, grown: 1 };
    });
  }

  update(states: ArrayLike<number>, dt: number): void {
    this.#time += dt;
    this.#slabs.forEach((slab, index) => {
      const state = states[index] ?? 0;
      if (state === GONE || slab.sunk) this.#fall(slab, dt);
      else this.#stand(slab, state === SHAKING, dt);
    });
  }

  destroy(): void {
    for (const { part } of this.#slabs) part.destroy();
  }

  #fall(slab: Slab, dt: number): void {
    slab.gone += dt;
    slab.grown = 0;
    const t = slab.gone;
    const left = Math.max(0, 1 - t / FADE);
    slab.part.visible = left > 0;
    slab.part.at(slab.x, slab.y + (GRAVITY * t * t) / 2).size(0.4 + 0.6 * left);
    slab.part.rotation = Math.sin(slab.phase) * t * 1.4;
    slab.part.alpha = left;
  }

  #stand(slab: Slab, shaking: boolean, dt: number): void {
    slab.gone = 0;
    slab.grown = approach(slab.grown, 1, GROWTH, dt);
    const t = this.#time * 46 + slab.phase;
    const shake = shaking ? 0.035 : 0;
    slab.part.visible = true;
    slab.part.at(slab.x + Math.sin(t) * shake, slab.y + Math.cos(t * 1.3) * shake + (shaking ? 0.04 : 0));
    slab.part.rotation = shaking ? Math.sin(t * 0.8) * 0.03 : 0;
    slab.part.size(slab.grown);
    slab.part.alpha = slab.grown;
  }
}
