import { type Arena, Tile } from "#shared/arena/arena.ts";
import { addPart, type Kit } from "../kit.ts";
import { Spring } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";

interface Pad {
  readonly base: Part;
  readonly swirl: Part;
  readonly x: number;
  readonly y: number;
  readonly flare: Spring;
}

/** There is a swirl with its own colour and dots for this many pairs; others begin with the first one again. */
const SWIRLS = 4;
/** Turns of the swirl (radians/s), and how quickly it flares up (1/s). */
const SPIN = 1.6;
const KICK = 7;
/** Who goes in or comes out this far from a pad (tiles) makes it flare. */
const NEAR = 1.6;

/** The swirling pads that lead to each other: pairs share a colour and a number of dots. */
export class Teleporters {
  readonly #kit: Kit;
  readonly #pads: Pad[] = [];
  #time = 0;

  constructor(kit: Kit, arena: Arena) {
    this.#kit = kit;
    arena.tiles.forEach((tile, index) => {
      if (tile !== Tile.Teleporter) return;
      const x = (index % arena.width) + 0.5;
      const y = Math.floor(index / arena.width) + 0.5;
      const pair = (arena.directions[index] ?? 0) % SWIRLS;
      this.#pads.push({
        base: addPart(kit, "tiles", "teleporter").at(x, y),
        swirl: addPart(kit, "tiles", `swirl-${pair + 1}`).at(x, y - 0.03),
        x,
        y,
        flare: new Spring(0, 240, 10),
      });
    });
  }

  /** Makes the pad at a place (tiles) flare up. */
  hit(x: number, y: number): void {
    for (const pad of this.#pads) {
      if (Math.hypot(pad.x - x, pad.y - y) < NEAR) pad.flare.velocity = KICK;
    }
  }

  update(dt: number): void {
    if (this.#kit.settings().moves.drifts) this.#time += dt;
    for (const { swirl, flare } of this.#pads) {
      if (!flare.isAtRest()) flare.step(dt);
      swirl.rotation = -this.#time * SPIN;
      swirl.size(1 + flare.value);
    }
  }

  destroy(): void {
    for (const { base, swirl } of this.#pads) for (const part of [base, swirl]) part.destroy();
  }
}
