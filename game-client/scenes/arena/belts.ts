import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { MOVE } from "#shared/tunables.ts";
import { addPart, type Kit } from "../kit.ts";
import type { Part } from "../sprites/part.ts";
import { pointingOf } from "./angles.ts";

/** Chevrons per tile of belt. */
const PER_TILE = 2;

interface Chevron {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** Place along the tile at the start, 0..1. */
  readonly start: number;
  readonly fadesIn: boolean;
  readonly fadesOut: boolean;
}

/** The chevrons that run along the conveyors at the speed at which these carry. */
export class Belts {
  readonly #chevrons: Chevron[] = [];
  #travel = 0;

  constructor(kit: Kit, arena: Arena) {
    for (let index = 0; index < arena.tiles.length; index++) {
      if (arena.tiles[index] !== Tile.Conveyor) continue;
      const c = index % arena.width;
      const r = Math.floor(index / arena.width);
      const { x, y, angle } = pointingOf(arena, index);
      for (let i = 0; i < PER_TILE; i++) {
        const part = addPart(kit, "tiles", "chevron").setRotation(angle).size(0.8);
        this.#chevrons.push({
          part,
          x: c + 0.5,
          y: r + 0.5,
          dx: x,
          dy: y,
          start: i / PER_TILE,
          fadesIn: tileAt(arena, c - x, r - y) !== Tile.Conveyor,
          fadesOut: tileAt(arena, c + x, r + y) !== Tile.Conveyor,
        });
      }
    }
  }

  update(dt: number): void {
    this.#travel = (this.#travel + dt * MOVE.conveyorSpeed) % 1;
    for (const chevron of this.#chevrons) {
      const along = (chevron.start + this.#travel) % 1;
      chevron.part.at(chevron.x + chevron.dx * (along - 0.5), chevron.y + chevron.dy * (along - 0.5));
      const enter = chevron.fadesIn ? Math.min(1, Math.max(0, along - 0.15) * 4) : 1;
      const leave = chevron.fadesOut ? Math.min(1, Math.max(0, 0.85 - along) * 4) : 1;
      chevron.part.alpha = Math.min(enter, leave);
    }
  }

  destroy(): void {
    for (const chevron of this.#chevrons) chevron.part.destroy();
  }
}
