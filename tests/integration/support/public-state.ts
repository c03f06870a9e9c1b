import type { ArenaState } from "#shared/state/arena-state.ts";

/** All that everybody is told of the players, and where the match is. */
export function publicState(state: ArenaState): string {
  const players = [...state.players].map(([id, p]) =>
    [id, p.name, p.x, p.y, p.aim, p.wobble, p.score, p.falls, p.connected].join(),
  );
  return [state.phase, ...state.crumbles, ...players.sort()].join("\n");
}
