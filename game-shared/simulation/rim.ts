import { type Arena, Tile, tileAt } from "../arena/arena.ts";
import { RIM } from "../mode-tunables.ts";

/** The ring of what never sinks. */
export const CORE = 255;

/** How an arena crumbles from its rim: ring after ring, until only the core is left. */
export interface Rim {
  /** Per tile: its ring, from 0 for the first to sink; `CORE` for what stays. What is void has no meaning. */
  readonly rings: Uint8Array;
  /** Number of rings; 0 for an arena that is nothing but core. */
  readonly count: number;
  /** Centre of the core (tiles). */
  readonly x: number;
  readonly y: number;
}

/** Lengths of a step along an axis and of one across, in tenths of a tile. */
const STRAIGHT = 10;
const ACROSS = 14;
const FAR = 0xffff;
/** A place this far from the void (tiles) is deep enough for the core; of such, the one nearest to the middle is taken. */
const DEEP = 3;

const known = new WeakMap<Arena, Rim>();

/**
 * The rim of an arena. Rings are by the way one has to walk to the core, farthest first: whatever is left can always be walked
 * across, and the core stays in one piece.
 */
export function rimOf(arena: Arena): Rim {
  const cached = known.get(arena);
  if (cached !== undefined) return cached;
  const rim = measure(arena);
  known.set(arena, rim);
  return rim;
}

function measure(arena: Arena): Rim {
  const { width, height } = arena;
  const centre = findCentre(arena);
  const [x, y] = [(centre % width) + 0.5, Math.floor(centre / width) + 0.5];
  const ways = wayToCore(arena, centre);
  const core = Math.round(RIM.coreRadius * STRAIGHT);
  // An island that is only reached by a spring lies as far out as it looks.
  const wayOf = (tile: number): number => {
    const way = ways[tile] ?? FAR;
    if (way < FAR) return way;
    const straight = Math.sqrt(((tile % width) + 0.5 - x) ** 2 + (Math.floor(tile / width) + 0.5 - y) ** 2);
    return Math.max(core + 1, Math.round(straight * STRAIGHT));
  };
  let farthest = core;
  for (let tile = 0; tile < width * height; tile++) {
    if (arena.tiles[tile] !== Tile.Void) farthest = Math.max(farthest, wayOf(tile));
  }
  const ringWidth = Math.max(STRAIGHT, (farthest - core) / RIM.rings);
  const count = Math.ceil((farthest - core) / ringWidth);
  const rings = new Uint8Array(width * height).fill(CORE);
  for (let tile = 0; tile < rings.length; tile++) {
    const way = wayOf(tile);
    if (arena.tiles[tile] === Tile.Void || way <= core) continue;
    rings[tile] = Math.min(count - 1, Math.floor((farthest - way) / ringWidth));
  }
  return { rings, count, x, y };
}

/** Whether somebody can walk on a tile. */
function isWalkable(tile: Tile): boolean {
  return tile !== Tile.Void && tile !== Tile.Wall && tile !== Tile.Bumper && tile !== Tile.Fan;
}

/** The tile around which the core is. */
function findCentre(arena: Arena): number {
  const { width, height, tiles } = arena;
  let best = 0;
  let bestDepth = -1;
  let bestDistance = Number.MAX_VALUE;
  for (let tile = 0; tile < tiles.length; tile++) {
    if (tiles[tile] !== Tile.Floor) continue;
    const [column, row] = [tile % width, Math.floor(tile / width)];
    const depth = depthAt(arena, column, row);
    const distance = (column + 0.5 - width / 2) ** 2 + (row + 0.5 - height / 2) ** 2;
    if (depth < bestDepth || (depth === bestDepth && distance >= bestDistance)) continue;
    [best, bestDepth, bestDistance] = [tile, depth, distance];
  }
  return best;
}

/** How many tiles around a tile can be walked on, ring by ring, up to `DEEP`. */
function depthAt(arena: Arena, column: number, row: number): number {
  for (let reach = 1; reach <= DEEP; reach++) {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        if (!isWalkable(tileAt(arena, column + dx, row + dy))) return reach - 1;
      }
    }
  }
  return DEEP;
}

/** Length (tenths of a tile) of the shortest walk from each tile to the centre; `FAR` where there is none. */
function wayToCore(arena: Arena, centre: number): Uint16Array {
  const { width, height } = arena;
  const ways = new Uint16Array(width * height).fill(FAR);
  ways[centre] = 0;
  const queue = [centre];
  for (let tile = queue.shift(); tile !== undefined; tile = queue.shift()) {
    const [column, row] = [tile % width, Math.floor(tile / width)];
    // A wall has a way, and leads nowhere.
    if (!isWalkable(tileAt(arena, column, row))) continue;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        if (tileAt(arena, column + dx, row + dy) === Tile.Void) continue;
        const isAcross = dx !== 0 && dy !== 0;
        if (isAcross && !isWalkable(tileAt(arena, column + dx, row))) continue;
        if (isAcross && !isWalkable(tileAt(arena, column, row + dy))) continue;
        const next = tile + dy * width + dx;
        const way = (ways[tile] ?? FAR) + (isAcross ? ACROSS : STRAIGHT);
        if (way >= (ways[next] ?? 0)) continue;
        ways[next] = way;
        queue.push(next);
      }
    }
  }
  return ways;
}
