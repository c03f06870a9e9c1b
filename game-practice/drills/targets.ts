import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { GameEvent, Player, PlayerInput } from "#shared/simulation/types.ts";
import type { Drill, DrillGround } from "./drill.ts";

/** How many stand there at a time. */
const TARGETS = 5;
/** From a target to the edge (tiles): a tap does it up close, and nobody falls by themselves. */
const TO_EDGE = 2;
/** Two targets are at least so far apart (tiles), where the arena has the room. */
const APART = 4;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Dummies that stand near the edge and do nothing: push them off. */
class TargetsDrill implements Drill {
  readonly bots = TARGETS;
  readonly #ground: DrillGround;
  #arena: Arena | undefined;
  #spots: readonly Spot[] = [];
  #knocked = 0;

  constructor(ground: DrillGround) {
    this.#ground = ground;
  }

  spots(): readonly Spot[] {
    const { arena } = this.#ground.world;
    if (arena !== this.#arena) this.#spots = spotsNearEdges(arena);
    this.#arena = arena;
    return this.#spots;
  }

  /** It turns to the player, so that it can be seen which one is meant, and does nothing else. */
  think(bot: Player): PlayerInput {
    const { world, self } = this.#ground;
    const player = world.players.get(self);
    // Nothing that a newcomer waits for: a target can be pushed from the moment on that it stands there.
    bot.protectTicks = 0;
    return neutralInput(player === undefined ? bot.aim : Math.atan2(player.y - bot.y, player.x - bot.x));
  }

  after(events: readonly GameEvent[]): void {
    for (const event of events) {
      if (event.type === "fall" && event.by === this.#ground.self) this.#knocked += 1;
    }
  }

  report() {
    return { knocked: this.#knocked };
  }
}

/** Targets. */
export function targetsDrill(ground: DrillGround): Drill {
  return new TargetsDrill(ground);
}

/** Places on firm floor near an edge, far from each other; spawns where an arena has none. */
export function spotsNearEdges(arena: Arena): readonly Spot[] {
  const near: Spot[] = [];
  for (let row = 0; row < arena.height; row++) {
    for (let column = 0; column < arena.width; column++) {
      if (standsFirm(arena, column, row) && isNearEdge(arena, column, row))
        near.push({ x: column + 0.5, y: row + 0.5 });
    }
  }
  const spots: Spot[] = [];
  while (spots.length < 2 * TARGETS) {
    const next = near
      .map((spot) => ({ spot, room: Math.min(...spots.map((other) => distance(spot, other)), arena.width) }))
      .sort((a, b) => b.room - a.room)[0];
    if (next === undefined || next.room < APART) break;
    spots.push(next.spot);
  }
  return spots.length >= TARGETS ? spots : arena.spawns;
}

function standsFirm(arena: Arena, column: number, row: number): boolean {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) if (tileAt(arena, column + dx, row + dy) !== Tile.Floor) return false;
  }
  return true;
}

function isNearEdge(arena: Arena, column: number, row: number): boolean {
  const sides = [
    [TO_EDGE, 0],
    [-TO_EDGE, 0],
    [0, TO_EDGE],
    [0, -TO_EDGE],
  ] as const;
  return sides.some(([dx, dy]) => tileAt(arena, column + dx, row + dy) === Tile.Void);
}

function distance(a: Spot, b: Spot): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}
