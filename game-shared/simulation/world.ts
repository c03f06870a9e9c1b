import type { Arena } from "../arena/arena.ts";
import { PICKUPS } from "../pickup-tunables.ts";
import { nextRandom } from "../random.ts";
import { FALL, MATCH, ticks } from "../tunables.ts";
import { createBody } from "./body.ts";
import { noteFooting } from "./means.ts";
import { ENDLESS, type Mode } from "./modes/mode.ts";
import { modeOf } from "./modes/table.ts";
import { evenOut, noPoints, smallestTeam } from "./modes/teams.ts";
import type { PickupName } from "./pickups/table.ts";
import { rimOf } from "./rim.ts";
import { standing } from "./sinking.ts";
import { Action, type Player, type World } from "./types.ts";

export interface WorldOptions {
  /** Any 32-bit integer; the same seed and the same inputs give the same world. */
  seed: number;
  /** Length of a match (s); that of the mode when absent. */
  timeLimit?: number;
  /** A mode, or the id of one of the game's; a Brawl when absent. */
  mode?: string | Mode;
  /** Whether it waits in a lobby before its first match and between two. */
  lobby?: boolean;
  /** Pickups that appear at the marks of the arena; none when absent. */
  pickups?: readonly PickupName[];
}

/** An empty world at the start of its first countdown, or in its lobby. */
export function createWorld(arena: Arena, options: WorldOptions): World {
  const { mode: wanted = "brawl", lobby = false } = options;
  const mode = typeof wanted === "string" ? modeOf(wanted) : wanted;
  const world: World = {
    arena,
    mode,
    hasLobby: lobby,
    tick: 0,
    phase: lobby ? "lobby" : "countdown",
    phaseEndsTick: lobby ? 0 : ticks(MATCH.countdown),
    resumesAt: 0,
    next: undefined,
    matchTicks: ticks(options.timeLimit ?? mode.timeLimit),
    players: new Map(),
    things: new Map(),
    ball: undefined,
    lastThing: 0,
    pickups: { on: options.pickups ?? [], wait: ticks(PICKUPS.interval) },
    crumbleTicks: new Uint16Array(arena.crumbles.length),
    crumblePhases: new Uint8Array(arena.crumbles.length),
    openBlows: new Map(),
    sunk: 0,
    sinksAt: 0,
    round: 0,
    counts: new Map(),
    teamPoints: noPoints(mode),
    winners: [],
    seed: options.seed >>> 0,
  };
  if (!lobby) mode.setup?.(world);
  return world;
}

/** Gives a newcomer a body at a free place. Throws when the id is taken. */
export function addPlayer(world: World, id: string, name: string, bot: boolean): Player {
  if (world.players.has(id)) throw new Error(`There is a player "${id}" in this world already.`);
  const player: Player = {
    ...createBody(0, 0),
    id,
    name,
    bot,
    team: smallestTeam(world),
    lastHitBy: "",
    lastHitTick: 0,
    lastHitMeans: undefined,
    footing: 0,
    thrown: undefined,
    knockouts: 0,
    falls: 0,
    selfKnockouts: 0,
    points: 0,
    lives: world.mode.lives ?? ENDLESS,
    bornTick: world.tick,
    streak: 0,
  };
  placeAtSpawn(world, player);
  world.players.set(id, player);
  keepEven(world);
  return player;
}

/** Takes a player out. Who was pushed by them last keeps the credit rule: gone players earn nothing. */
export function removePlayer(world: World, id: string): void {
  world.players.delete(id);
  world.openBlows.delete(id);
  keepEven(world);
}

/** Before a match teams are even, whoever comes and goes; while one is played everybody stays where they are. */
function keepEven(world: World): void {
  if (world.phase !== "lobby" && world.phase !== "countdown") return;
  for (const player of evenOut(world)) placeAtSpawn(world, player);
}

/** Puts a body on one of the three freest spawns that its mode allows, rested, without wobble, under protection. */
export function placeAtSpawn(world: World, player: Player): void {
  const spawns = standingSpawns(world, player);
  const ranked = spawns
    .map((spawn) => ({ spawn, room: distanceToNearest(world, player, spawn) }))
    .sort((a, b) => b.room - a.room);
  const random = nextRandom(world.seed);
  world.seed = random.state;
  const best = ranked[Math.floor(random.value * Math.min(3, ranked.length))];
  if (best === undefined) throw new Error(`Arena "${world.arena.id}" has no spawns.`);
  const centreX = world.arena.width / 2 - best.spawn.x;
  const centreY = world.arena.height / 2 - best.spawn.y;
  world.openBlows.delete(player.id);
  // A button that is down stays down: it must be pressed again to count as pressed.
  const { held } = player;
  Object.assign(player, createBody(best.spawn.x, best.spawn.y, Math.atan2(centreY, centreX)));
  player.held = held;
  player.protectTicks = ticks(FALL.protection);
  player.lastHitBy = "";
  player.lastHitMeans = undefined;
  player.thrown = undefined;
  noteFooting(world, player);
  player.bornTick = world.tick;
}

/** The spawns that a player may get of those that stand; the middle of the core when none does. */
function standingSpawns(world: World, player: Player): Arena["spawns"] {
  const spawns = standing(world, world.mode.spawnsFor?.(world, player) ?? world.arena.spawns);
  return spawns.length > 0 || world.sunk === 0 ? spawns : [rimOf(world.arena)];
}

/** Distance (tiles) from a spawn to the nearest other player in play; the more, the better. */
function distanceToNearest(world: World, self: Player, spawn: { x: number; y: number }): number {
  let nearest = Number.MAX_VALUE;
  for (const other of world.players.values()) {
    if (other === self || other.action === Action.Falling) continue;
    nearest = Math.min(nearest, (other.x - spawn.x) ** 2 + (other.y - spawn.y) ** 2);
  }
  return Math.sqrt(nearest);
}
