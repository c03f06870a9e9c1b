import type { Mode } from "#shared/simulation/modes/mode.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import { type ArenaState, seatsOf } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import type { Seat } from "#shared/state/seat-state.ts";

/** Copies how a player does into their seat. Fields that did not change cost nothing. */
export function replicateSeat(player: Player, mode: Mode, seat: Seat): void {
  seat.score = mode.score(player);
  seat.knockouts = player.knockouts;
  seat.falls = player.falls;
}

/** Copies the body of a player of the world into what is sent of it. */
export function replicateBody(player: Player, state: PlayerState): void {
  state.x = player.x;
  state.y = player.y;
  state.aim = player.aim;
  state.wobble = player.wobble;
  state.state = player.action;
  state.charge = player.charge;
  state.airTicks = player.airTicks;
  state.protected = player.protectTicks > 0;
  state.vx = player.vx;
  state.vy = player.vy;
  state.pushCooldown = player.pushCooldown;
  state.dashTicks = player.dashTicks;
  state.dashCooldown = player.dashCooldown;
  state.braceTicks = player.braceTicks;
  state.stamina = player.stamina;
  state.held = player.held;
  state.voidTicks = player.voidTicks;
  state.respawnTicks = player.respawnTicks;
  state.protectTicks = player.protectTicks;
}

/** Copies the world into the state of its room. */
export function replicate(world: World, state: ArenaState): void {
  state.tick = world.tick;
  state.phase = world.phase;
  state.endsAt = world.phaseEndsTick;
  const seats = seatsOf(state);
  for (const player of world.players.values()) {
    const replica = state.players.get(player.id);
    if (replica !== undefined) replicateBody(player, replica);
    const seat = seats.get(player.id);
    if (seat !== undefined) replicateSeat(player, world.mode, seat);
  }
  for (let i = 0; i < world.crumblePhases.length; i++) {
    const phase = world.crumblePhases[i] ?? 0;
    if (state.crumbles[i] !== phase) state.crumbles[i] = phase;
  }
}
