import type { ArenaState } from "#shared/state/arena-state.ts";

/** All that everybody is told of the players, and where the match is. */
export function publicState(state: ArenaState): string {
  const players = [...state.players].map(([id, p]) => [id, p.x, p.y, p.aim, p.wobble].join());
  const seats = [...state.seats].map(([id, s]) => [id, s.name, s.score, s.falls, s.connected].join());
  return [state.phase, ...state.crumbles, ...players.sort(), ...seats.sort()].join("\n");
}
