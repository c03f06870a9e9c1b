import { type Arena, Tile } from "#shared/arena/arena.ts";
import { lengthOfBlow } from "#shared/simulation/wind.ts";
import { FAN } from "#shared/tile-tunables.ts";
import { addPart, type Kit } from "../kit.ts";
import { hash } from "../maths/hash.ts";
import type { Part } from "../sprites/part.ts";
import { depthAt } from "../sprites/shape.ts";
import { pointingOf } from "./angles.ts";
import { WALL_HEIGHT } from "./paint-walls.ts";

/** Streaks of air per tile that a fan blows over. */
const PER_TILE = 1.2;
/** How far streaks stray from the middle (tiles), and their opacity. */
const STRAY = 0.36;
const ALPHA = 0.8;
/** Turns of the blades (radians/s). */
const SPIN = 14;

interface Gust {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** Length of its way (tiles), and its place on it at the start. */
  readonly length: number;
  readonly start: number;
}

/** The blades in the blocks of fans, and streaks that travel as the air does. */
export class Fans {
  readonly #kit: Kit;
  readonly #still: Part[] = [];
  readonly #blades: Part[] = [];
  readonly #gusts: Gust[] = [];
  #time = 0;

  constructor(kit: Kit, arena: Arena) {
    this.#kit = kit;
    arena.tiles.forEach((tile, index) => {
      if (tile === Tile.Fan) this.#add(arena, index);
    });
  }

  update(dt: number): void {
    if (this.#gusts.length === 0 && this.#blades.length === 0) return;
    if (this.#kit.settings().moves.drifts) this.#time += dt;
    for (const blades of this.#blades) blades.rotation = this.#time * SPIN;
    for (const { part, x, y, dx, dy, length, start } of this.#gusts) {
      const along = (start + this.#time * FAN.speed) % length;
      part.at(x + dx * along, y + dy * along);
      const share = along / length;
      part.alpha = ALPHA * Math.min(1, share * 6) * (1 - share);
    }
  }

  destroy(): void {
    for (const part of [...this.#still, ...this.#blades]) part.destroy();
    for (const { part } of this.#gusts) part.destroy();
  }

  #add(arena: Arena, index: number): void {
    const x = (index % arena.width) + 0.5;
    const y = Math.floor(index / arena.width) + 0.5;
    const { x: dx, y: dy, angle } = pointingOf(arena, index);
    // On top of the block, which is lifted; above it among the actors.
    const top = y - WALL_HEIGHT;
    const depth = depthAt(y + 0.02);
    this.#still.push(addPart(this.#kit, "actors", "fan").at(x, top).setRotation(angle).setDepth(depth));
    this.#blades.push(
      addPart(this.#kit, "actors", "fan-blades")
        .at(x, top)
        .setDepth(depth + 0.001),
    );
    const length = lengthOfBlow(arena, index);
    const count = Math.round(length * PER_TILE);
    for (let i = 0; i < count; i++) {
      const stray = (hash(index, i, 91) * 2 - 1) * STRAY;
      this.#gusts.push({
        part: addPart(this.#kit, "shadows", "gust").setRotation(angle),
        x: x + dx * 0.5 - dy * stray,
        y: y + dy * 0.5 + dx * stray,
        dx,
        dy,
        length,
        start: ((i + hash(index, i, 92)) / count) * length,
      });
    }
  }
}
