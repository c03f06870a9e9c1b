import { Tile, tileAt } from "../arena/arena.ts";
import { ticks } from "../tunables.ts";
import { tileOf, tileUnder } from "./ground.ts";
import { Action, type GameEvent, type Player, type World } from "./types.ts";
import { isWindy } from "./wind.ts";

/** What can make somebody fall whom nobody pushed, besides their own feet. */
export type FallMeans = "ice" | "belt" | "crumble" | "spring" | "bumper" | "fan" | "rim";

/** What somebody can do to another one that makes them fall, besides a push: a push thrown back is a parry. */
export const BLOW_MEANS = ["dash", "parry", "ball", "mega", "hook", "peel"] as const;
export type BlowMeans = (typeof BLOW_MEANS)[number];

/** Remembers who did something to a player that counts when they fall; `means` is absent for a push. */
export function noteBlow(world: World, player: Player, by: string, means?: BlowMeans): void {
  player.lastHitBy = by;
  player.lastHitTick = world.tick;
  player.lastHitMeans = means;
}

/** Who was thrown by a spring or a bumper within this time (ticks) before the fall was thrown off by it. */
const THROWN_TICKS = ticks(1);

/** Remembers who was thrown, and by what. */
export function noteThrow(world: World, event: GameEvent): void {
  if (event.type !== "spring" && event.type !== "bumper") return;
  const player = world.players.get(event.id);
  if (player !== undefined) player.thrown = { by: event.type, tick: event.tick };
}

/** Remembers the tile that a player stands on, as an index into `arena.tiles`; who flies or hangs over the void keeps theirs. */
export function noteFooting(world: World, player: Player): void {
  if (player.action === Action.Falling || player.airTicks > 0) return;
  if (tileUnder(world, player.x, player.y) === Tile.Void) return;
  player.footing = Math.floor(player.y) * world.arena.width + Math.floor(player.x);
}

/** What made a player fall whom nobody pushed; undefined when it was their own feet. */
export function meansOfFall(world: World, { footing, thrown }: Player): FallMeans | undefined {
  const { arena } = world;
  if (thrown !== undefined && world.tick - thrown.tick <= THROWN_TICKS) return thrown.by;
  const x = footing % arena.width;
  const y = Math.floor(footing / arena.width);
  const tile = tileAt(arena, x, y);
  if (tile !== Tile.Void && tileOf(world, x, y) === Tile.Void) return "rim";
  if (tile === Tile.Ice) return "ice";
  if (tile === Tile.Conveyor) return "belt";
  if (tile === Tile.Crumble && tileUnder(world, x, y) === Tile.Void) return "crumble";
  return isWindy(world, footing) ? "fan" : undefined;
}
