import type { Mode } from "#shared/simulation/modes/mode.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { spotOf, zoneOf } from "#shared/state/folded-place.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import type { Seat } from "#shared/state/seat-state.ts";
import { tellCharge } from "#shared/state/told-charge.ts";
import { copyBodyTo } from "./copy-body.ts";
import { replicateBall } from "./replicate-ball.ts";
import { replicatePlan } from "./replicate-plan.ts";
import { replicateThings } from "./replicate-things.ts";

/** Copies how a player does into their seat. Fields that did not change cost nothing. */
export function replicateSeat(player: Player, mode: Mode, seat: Seat): void {
  seat.score = mode.score(player);
  seat.knockouts = player.knockouts;
  seat.falls = player.falls;
  seat.points = player.points;
  seat.lives = player.lives;
  seat.team = player.team;
}

/** Copies the body of a player of the world into what is sent of it at a tick. */
export function replicateBody(player: Player, state: PlayerState, tick: number): void {
  copyBodyTo(player, state);
  state.zone = zoneOf(player);
  state.spot = spotOf(player);
  state.charged = tellCharge(player.charge, tick);
  state.protected = player.protectTicks > 0;
}

/** Copies what time it is in the world: all that changes while nothing happens. */
export function replicateTime(world: World, state: ArenaState): void {
  state.tick = world.tick;
  state.endsAt = world.phaseEndsTick;
  state.sinksAt = world.sinksAt;
}

/** Copies the world into the state of its room, but for the time. */
export function replicate(world: World, state: ArenaState): void {
  state.phase = world.phase;
  state.resumesAt = world.resumesAt;
  state.sunk = world.sunk;
  state.round = world.round;
  replicatePlan(world, state);
  const seats = state.seats;
  for (const player of world.players.values()) {
    const replica = state.players.get(player.id);
    if (replica !== undefined) replicateBody(player, replica, world.tick);
    const seat = seats.get(player.id);
    if (seat !== undefined) replicateSeat(player, world.mode, seat);
  }
  replicateThings(world, state);
  replicateBall(world, state);
  replicateTeams(world, state);
  if (state.winners.length > world.winners.length) state.winners.clear();
  for (const id of world.winners.slice(state.winners.length)) state.winners.push(id);
  replicateCrumbles(world, state);
}

function replicateTeams({ teamPoints: now }: World, { teamPoints: told }: ArenaState): void {
  if (told.length > now.length) told.clear();
  for (const [team, points] of now.entries()) if (told[team] !== points) told[team] = points;
}

/** A list of the state asks a proxy for each of its entries, so they are taken out at once. */
function replicateCrumbles({ crumblePhases }: World, { crumbles }: ArenaState): void {
  const known = [...crumbles];
  for (let i = 0; i < crumblePhases.length; i++) {
    const phase = crumblePhases[i] ?? 0;
    if (known[i] !== phase) crumbles[i] = phase;
  }
}
