import type { Kit, LayerName } from "../kit.ts";
import type { Piece } from "../sprites/art.ts";
import { Part } from "../sprites/part.ts";

/** One thing that flies for a moment. Lengths in tiles, times in seconds, angles in radians. */
export interface Puff {
  vx: number;
  vy: number;
  /** Share of the speed lost per second. */
  drag: number;
  /** Downward acceleration (tiles/s^2). */
  gravity: number;
  life: number;
  /** Size of the drawing at the start and at the end. */
  from: number;
  to: number;
  /** Width relative to height. */
  stretch: number;
  alpha: number;
  rotation: number;
  spin: number;
  /** Seconds before it shows. */
  delay: number;
}

interface Slot extends Puff {
  readonly part: Part;
  age: number;
  alive: boolean;
}

const STILL: Puff = {
  vx: 0,
  vy: 0,
  drag: 3,
  gravity: 0,
  life: 0.4,
  from: 1,
  to: 0,
  stretch: 1,
  alpha: 1,
  rotation: 0,
  spin: 0,
  delay: 0,
};

/** A fixed number of sprites that are used in turn; a frame allocates nothing. */
export class Particles {
  readonly #kit: Kit;
  readonly #slots: Slot[] = [];
  #next = 0;
  /** How many fly. */
  #flying = 0;

  constructor(kit: Kit, layer: LayerName, count: number) {
    this.#kit = kit;
    for (let i = 0; i < count; i++) {
      const part = new Part(kit.scene, kit.art.piece("spark"));
      part.visible = false;
      kit.layers[layer].add(part);
      this.#slots.push({ ...STILL, part, age: 0, alive: false });
    }
  }

  /** Lets a sprite fly from a place; the oldest gives way when all are in use. */
  emit(sprite: string | Piece, x: number, y: number, puff: Partial<Puff>): void {
    const slot = this.#slots[this.#next];
    this.#next = (this.#next + 1) % this.#slots.length;
    if (!slot) return;
    if (!slot.alive) this.#flying += 1;
    prepare(slot, puff);
    slot.age = -slot.delay;
    slot.alive = true;
    slot.part.wear(typeof sprite === "string" ? this.#kit.art.piece(sprite) : sprite);
    slot.part.at(x, y).setRotation(slot.rotation);
    slot.part.visible = slot.delay === 0;
    this.#draw(slot);
  }

  update(dt: number): void {
    let left = this.#flying;
    for (let i = 0; left > 0 && i < this.#slots.length; i++) {
      const slot = this.#slots[i];
      if (!slot?.alive) continue;
      left -= 1;
      slot.age += dt;
      if (slot.age < 0) continue;
      if (slot.age >= slot.life) {
        slot.alive = false;
        this.#flying -= 1;
        slot.part.visible = false;
        continue;
      }
      const keep = Math.exp(-slot.drag * dt);
      slot.vx *= keep;
      slot.vy = slot.vy * keep + slot.gravity * dt;
      slot.part.x += slot.vx * dt;
      slot.part.y += slot.vy * dt;
      slot.part.rotation += slot.spin * dt;
      slot.part.visible = true;
      this.#draw(slot);
    }
  }

  destroy(): void {
    for (const { part } of this.#slots) part.destroy();
  }

  #draw(slot: Slot): void {
    const t = Math.max(0, slot.age / slot.life);
    const eased = 1 - (1 - t) ** 2;
    const size = slot.from + (slot.to - slot.from) * eased;
    slot.part.size(size * slot.stretch, size);
    slot.part.alpha = slot.alpha * (t < 0.55 ? 1 : (1 - t) / 0.45);
  }
}

/** Field by field: to copy them by name makes a number on the heap for each. */
function prepare(slot: Slot, puff: Partial<Puff>): void {
  slot.vx = puff.vx ?? STILL.vx;
  slot.vy = puff.vy ?? STILL.vy;
  slot.drag = puff.drag ?? STILL.drag;
  slot.gravity = puff.gravity ?? STILL.gravity;
  slot.life = puff.life ?? STILL.life;
  slot.from = puff.from ?? STILL.from;
  slot.to = puff.to ?? STILL.to;
  slot.stretch = puff.stretch ?? STILL.stretch;
  slot.alpha = puff.alpha ?? STILL.alpha;
  slot.rotation = puff.rotation ?? STILL.rotation;
  slot.spin = puff.spin ?? STILL.spin;
  slot.delay = puff.delay ?? STILL.delay;
}
