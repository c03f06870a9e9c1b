import { type Arena, directionOf, Tile } from "../arena/arena.ts";
import { FAN } from "../tile-tunables.ts";
import { type Ground, tileOf } from "./ground.ts";
import { TILE_RULES } from "./tiles/table.ts";

/** How fast the air moves over each tile of an arena (tiles/s). */
export interface Wind {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** By arena and by how many rings of its rim have sunk. */
const known = new WeakMap<Arena, (Wind | "calm")[]>();

/** The wind of the fans that have not sunk, which blow until something solid is in the way; undefined where there is none. */
export function windOf(ground: Ground): Wind | undefined {
  const { arena, sunk } = ground;
  let winds = known.get(arena);
  if (winds === undefined) {
    winds = [];
    known.set(arena, winds);
  }
  const wind = winds[sunk] ?? blow(ground) ?? "calm";
  winds[sunk] = wind;
  return wind === "calm" ? undefined : wind;
}

/** Whether the air over a tile moves; `index` is that of `arena.tiles`. */
export function isWindy(ground: Ground, index: number): boolean {
  const wind = windOf(ground);
  return (wind?.x[index] ?? 0) !== 0 || (wind?.y[index] ?? 0) !== 0;
}

function blow(ground: Ground): Wind | undefined {
  const { arena } = ground;
  const { tiles, width } = arena;
  const stands = (index: number) => tileOf(ground, index % width, Math.floor(index / width)) !== Tile.Void;
  const fans = [...tiles.keys()].filter((index) => ruleAt(arena, index).blows && stands(index));
  if (fans.length === 0) return undefined;
  const wind = { x: new Float64Array(tiles.length), y: new Float64Array(tiles.length) };
  for (const fan of fans) {
    const direction = directionOf(arena, fan);
    const length = lengthOfBlow(arena, fan);
    for (let away = 1; away <= length; away++) {
      const index = fan + (direction.y * width + direction.x) * away;
      const speed = FAN.speed * (1 - (FAN.fading * (away - 1)) / (FAN.reach - 1));
      wind.x[index] = (wind.x[index] ?? 0) + direction.x * speed;
      wind.y[index] = (wind.y[index] ?? 0) + direction.y * speed;
    }
  }
  return wind;
}

/** How many tiles a fan blows over, by its index into `arena.tiles`. */
export function lengthOfBlow(arena: Arena, fan: number): number {
  const { width, height } = arena;
  const { x, y } = directionOf(arena, fan);
  for (let away = 1; away <= FAN.reach; away++) {
    const column = (fan % width) + x * away;
    const row = Math.floor(fan / width) + y * away;
    const isInside = column >= 0 && row >= 0 && column < width && row < height;
    if (!isInside || ruleAt(arena, row * width + column).solid?.shape === "box") return away - 1;
  }
  return FAN.reach;
}

function ruleAt({ tiles }: Arena, index: number) {
  return TILE_RULES[tiles[index] as keyof typeof TILE_RULES];
}
