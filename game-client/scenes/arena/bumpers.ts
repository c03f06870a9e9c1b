import { type Arena, Tile } from "#shared/arena/arena.ts";
import { addPart, type Kit } from "../kit.ts";
import { Spring } from "../maths/motion.ts";
import type { Part } from "../sprites/part.ts";
import { depthAt } from "../sprites/shape.ts";
import { themeName } from "../themes.ts";

interface Bumper {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly squash: Spring;
}

/** How fast a hit presses a bumper together (1/s). */
const KICK = -9;
/** A hit farther than this from every bumper (tiles) presses none. */
const NEAR = 1.3;

/** The rubber mushrooms that throw players back. */
export class Bumpers {
  readonly #bumpers: Bumper[] = [];

  constructor(kit: Kit, arena: Arena) {
    arena.tiles.forEach((tile, index) => {
      if (tile !== Tile.Bumper) return;
      const x = (index % arena.width) + 0.5;
      const y = Math.floor(index / arena.width) + 0.5;
      const part = addPart(kit, "actors", `bumper-${themeName(arena.theme)}`);
      part.at(x, y + 0.1).setDepth(depthAt(y + 0.05));
      this.#bumpers.push({ part, x, y, squash: new Spring(0, 520, 13) });
    });
  }

  /** Presses the bumper next to a place (tiles). */
  hit(x: number, y: number): void {
    for (const bumper of this.#bumpers) {
      if (Math.hypot(bumper.x - x, bumper.y - y) < NEAR) bumper.squash.velocity = KICK;
    }
  }

  update(dt: number): void {
    for (const { part, squash } of this.#bumpers) {
      if (squash.isAtRest()) continue;
      squash.step(dt);
      const s = squash.value;
      part.size(1 - s * 0.7, 1 + s);
    }
  }

  destroy(): void {
    for (const { part } of this.#bumpers) part.destroy();
  }
}
