import type { Arena } from "#shared/arena/arena.ts";
import { solidTiles } from "../arena/plan.ts";

/** A rectangle of tiles. */
export interface Opening {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How far around an arena the sky reaches (tiles): farther than any window shows. */
const BEYOND = 60;
/** Openings reach this far under the ground (tiles), so that no seam shows. */
const LAP = 0.06;

/** Where ground hides the sky, and where the sky shows. Tiles with a rounded corner count as open. */
export class Openings {
  /** Rectangles that hold all open tiles and what is around the arena. */
  readonly list: readonly Opening[];
  readonly #arena: Arena;
  readonly #covered: Uint8Array;

  constructor(arena: Arena) {
    this.#arena = arena;
    this.#covered = coverOf(arena);
    this.list = [...around(arena), ...this.#inside()].map(({ left, top, right, bottom }) => ({
      left: left - LAP,
      top: top - LAP,
      right: right + LAP,
      bottom: bottom + LAP,
    }));
  }

  /** Whether ground hides everything in a rectangle (tiles). */
  hides({ left, top, right, bottom }: Opening): boolean {
    const { width, height } = this.#arena;
    if (left < 0 || top < 0 || right > width || bottom > height) return false;
    for (let r = Math.floor(top); r < bottom; r++) {
      for (let c = Math.floor(left); c < right; c++) if (!this.#covered[r * width + c]) return false;
    }
    return true;
  }

  /** Runs of open tiles, those of equal extent in neighbouring rows joined. */
  #inside(): Opening[] {
    const { width, height } = this.#arena;
    const done: Opening[] = [];
    let above: Opening[] = [];
    for (let r = 0; r < height; r++) {
      const row: Opening[] = [];
      for (let c = 0; c < width; c++) {
        if (this.#covered[r * width + c]) continue;
        const left = c;
        while (c < width && !this.#covered[r * width + c]) c++;
        const same = above.find((opening) => opening.left === left && opening.right === c);
        const opening = same ?? { left, top: r, right: c, bottom: r };
        opening.bottom = r + 1;
        row.push(opening);
        if (!same) done.push(opening);
      }
      above = row;
    }
    return done;
  }
}

/** 1 for each tile that hides what is behind it: ground, but for its rounded corners, which have void on two sides. */
function coverOf(arena: Arena): Uint8Array {
  const { width, height } = arena;
  const solid = solidTiles(arena);
  const covered = new Uint8Array(width * height);
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const at = r * width + c;
      if (!solid[at]) continue;
      const across = c > 0 && c < width - 1 && solid[at - 1] && solid[at + 1];
      const along = r > 0 && r < height - 1 && solid[at - width] && solid[at + width];
      if (across || along) covered[at] = 1;
    }
  }
  return covered;
}

function around({ width, height }: Arena): Opening[] {
  const [left, top, right, bottom] = [-BEYOND, -BEYOND, width + BEYOND, height + BEYOND];
  return [
    { left, top, right, bottom: 0 },
    { left, top: height, right, bottom },
    { left, top: 0, right: 0, bottom: height },
    { left: width, top: 0, right, bottom: height },
  ];
}
