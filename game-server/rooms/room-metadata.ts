import type { MatchPhase, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** What the room list says of a room. */
export interface RoomMetadata {
  /** Anybody may be sent here by quick play. */
  open: boolean;
  arena: string;
  mode: string;
  phase: MatchPhase;
  bots: number;
  /** People, those included who only watch: each has one of the seats. */
  players: number;
  locked: boolean;
}

/** What is said of a room with this world and state. `locked`: it has a password. */
export function metadataOf(world: World, state: ArenaState, locked: boolean): RoomMetadata {
  const seats = [...state.seats.values()];
  const bots = seats.filter((seat) => seat.bot).length;
  return {
    open: !locked && !state.private,
    arena: world.arena.name,
    mode: state.mode,
    phase: world.phase,
    bots,
    players: seats.length - bots,
    locked,
  };
}
