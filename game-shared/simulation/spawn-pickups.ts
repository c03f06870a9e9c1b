import type { Mark } from "../arena/arena.ts";
import { PICKUPS } from "../pickup-tunables.ts";
import { nextRandom } from "../random.ts";
import { ticks } from "../tunables.ts";
import { tileUnder } from "./ground.ts";
import { rank } from "./modes/ranking.ts";
import { PICKUP_NAMES, type PickupName } from "./pickups/table.ts";
import { glowOf } from "./things/pickup.ts";
import type { Thing } from "./things/thing.ts";
import { addThing } from "./things/things.ts";
import { TILE_RULES } from "./tiles/table.ts";
import { Action, type Player, type World } from "./types.ts";

/** A place is taken when a thing lies nearer than this (tiles). */
const TAKEN = 1.5;
const NAME_OF_GLOW: ReadonlyMap<string, PickupName> = new Map(
  PICKUP_NAMES.map((name) => [glowOf(name), name]),
);
const KINDS: ReadonlySet<string> = new Set([...PICKUP_NAMES, ...NAME_OF_GLOW.keys()]);

/** Most pickups that lie in a world with so many players at once. */
export function mostPickups(players: number): number {
  return Math.min(PICKUPS.most, Math.max(1, Math.floor(players / PICKUPS.playersEach)));
}

/**
 * Lets pickups appear on the marks of the arena while a match is played, one after the other: first its place glows, then it lies
 * there until somebody takes it. The place is one of the free ones that are nearest to somebody who is last in the table. Outside
 * of a match there are none.
 */
export function spawnPickups(world: World): void {
  const { pickups } = world;
  if (world.phase !== "playing") {
    clearPickups(world);
    pickups.wait = waitOf(world);
    return;
  }
  if (pickups.on.length === 0) return;
  if (pickups.wait > 0) pickups.wait -= 1;
  if (pickups.wait > 0) return;
  const lying = [...world.things.values()].filter(({ kind }) => KINDS.has(kind));
  const glowing = lying.find(({ kind }) => NAME_OF_GLOW.has(kind));
  if (glowing !== undefined) ripen(world, glowing);
  else if (lying.length < mostPickups(world.players.size)) announce(world);
}

/** Ticks from one that lies there to the sign of the next. */
function waitOf({ players }: World): number {
  return ticks(PICKUPS.interval / mostPickups(players.size));
}

function clearPickups({ things }: World): void {
  for (const { id, kind } of things.values()) if (KINDS.has(kind) || kind === "peel") things.delete(id);
}

/** What glowed lies there now. */
function ripen(world: World, { id, kind, x, y }: Thing): void {
  const name = NAME_OF_GLOW.get(kind);
  world.things.delete(id);
  if (name !== undefined) addThing(world, { kind: name, x, y, owner: "", until: 0 });
  world.pickups.wait = waitOf(world);
}

/** Shows where the next one will be, and which. */
function announce(world: World): void {
  const { on } = world.pickups;
  const places = world.arena.marks.filter((mark) => mark.kind === "pickup" && isFree(world, mark));
  if (places.length === 0) return;
  const place = pick(world, nearestToLast(world, places));
  const name = pick(world, on);
  if (place === undefined || name === undefined) return;
  addThing(world, { kind: glowOf(name), x: place.x, y: place.y, owner: "", until: 0 });
  world.pickups.wait = ticks(PICKUPS.glowTime);
}

function isFree(world: World, { x, y }: Mark): boolean {
  if (TILE_RULES[tileUnder(world, x, y)].bottomless) return false;
  for (const thing of world.things.values()) {
    if (Math.abs(thing.x - x) < TAKEN && Math.abs(thing.y - y) < TAKEN) return false;
  }
  return true;
}

/** The few places that are nearest to anybody who is last; all of them while nobody is behind anybody. */
function nearestToLast(world: World, places: readonly Mark[]): readonly Mark[] {
  const ranked = rank(
    world.mode,
    [...world.players.values()].filter((player) => player.action !== Action.Falling),
  );
  const worst = ranked.at(-1)?.rank ?? 1;
  if (worst === 1) return places;
  const last = ranked.filter((player) => player.rank === worst);
  return places
    .map((place) => ({ place, distance: Math.min(...last.map((player) => squareTo(player, place))) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, PICKUPS.choice)
    .map(({ place }) => place);
}

function squareTo(player: Pick<Player, "x" | "y">, { x, y }: Mark): number {
  return (player.x - x) ** 2 + (player.y - y) ** 2;
}

/** One of some, by the dice of the world. */
function pick<T>(world: World, some: readonly T[]): T | undefined {
  const random = nextRandom(world.seed);
  world.seed = random.state;
  return some[Math.floor(random.value * some.length)];
}
