import { ENDLESS, type Mode } from "./modes/mode.ts";
import { evenOut, noPoints, smallestTeam } from "./modes/teams.ts";
import type { MatchPlan, Player, World } from "./types.ts";
import { placeAtSpawn } from "./world.ts";

/**
 * Takes everybody to another arena or other rules, with scores at zero, each at a spawn. Nothing stays of the arena before:
 * from here on the world goes on as one that began there with these players. The mode is set up when a match begins.
 */
export function moveWorld(world: World, { arena, mode, matchTicks }: MatchPlan): void {
  const sameTeams = world.mode.teams === mode.teams;
  Object.assign(world, {
    arena,
    mode,
    matchTicks,
    next: undefined,
    winners: [],
    lastThing: 0,
  });
  forgetCourse(world);
  world.crumbleTicks = new Uint16Array(arena.crumbles.length);
  world.crumblePhases = new Uint8Array(arena.crumbles.length);
  world.things.clear();
  world.openBlows.clear();
  const players = [...world.players.values()];
  if (sameTeams) evenOut(world);
  // One after the other as newcomers: a spawn is chosen by who is near, and where they were is nowhere now.
  world.players.clear();
  for (const player of players) {
    if (!sameTeams) player.team = smallestTeam(world);
    clearTally(player, mode);
    player.lastHitTick = 0;
    player.footing = 0;
    placeAtSpawn(world, player);
    world.players.set(player.id, player);
  }
}

/** What a match counts besides its players begins afresh, and its floor is whole. */
export function forgetCourse(world: World): void {
  world.teamPoints = noPoints(world.mode);
  world.counts.clear();
  world.ball = undefined;
  world.round = 0;
  world.sunk = 0;
  world.sinksAt = 0;
}

/** What somebody has to show for in a match begins at zero. */
export function clearTally(player: Player, { lives = ENDLESS }: Pick<Mode, "lives">): void {
  player.knockouts = 0;
  player.falls = 0;
  player.selfKnockouts = 0;
  player.streak = 0;
  player.points = 0;
  player.lives = lives;
}
