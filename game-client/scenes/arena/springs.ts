import { type Arena, Tile } from "#shared/arena/arena.ts";
import { addPart, type Kit } from "../kit.ts";
import { Spring } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import { pointingOf } from "./angles.ts";

interface Pad {
  readonly base: Part;
  readonly pad: Part;
  readonly arrow: Part;
  readonly x: number;
  readonly y: number;
  readonly lift: Spring;
}

/** How high the pad rests over its base and how fast it shoots up (tiles, tiles/s). */
const REST = 0.1;
const KICK = 5;

/** The pads that throw players, with an arrow that says where to. */
export class Springs {
  readonly #pads: Pad[] = [];
  #time = 0;

  constructor(kit: Kit, arena: Arena) {
    arena.tiles.forEach((tile, index) => {
      if (tile !== Tile.Spring) return;
      const x = (index % arena.width) + 0.5;
      const y = Math.floor(index / arena.width) + 0.5;
      this.#pads.push({
        base: addPart(kit, "tiles", "spring-base").at(x, y),
        pad: addPart(kit, "tiles", "spring-pad"),
        arrow: addPart(kit, "tiles", "spring-arrow").setRotation(pointingOf(arena, index).angle),
        x,
        y,
        lift: new Spring(REST, 420, 11),
      });
    });
  }

  /** Shoots the pad at a place (tiles). */
  hit(x: number, y: number): void {
    for (const pad of this.#pads) {
      if (Math.abs(pad.x - x) < 0.9 && Math.abs(pad.y - y) < 0.9) pad.lift.velocity = KICK;
    }
  }

  /** `bobs`: share to which their arrows pulse. */
  update(dt: number, bobs: number): void {
    this.#time += dt;
    for (const { pad, arrow, x, y, lift } of this.#pads) {
      if (!lift.isAtRest()) lift.step(dt);
      const height = lift.value;
      const pulse = 1 + Math.sin(this.#time * 5) * 0.07 * bobs;
      pad.at(x, y - height);
      arrow.at(x, y - height - 0.02).size(pulse);
    }
  }

  destroy(): void {
    for (const { base, pad, arrow } of this.#pads) for (const part of [base, pad, arrow]) part.destroy();
  }
}
