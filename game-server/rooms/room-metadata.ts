import type { ListedRoom } from "#shared/room-list.ts";
import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** What matchmaking and the room list know of a room. */
export interface RoomMetadata extends Omit<ListedRoom, "code"> {
  /** Stands in the room list. */
  listed: boolean;
  /** Anybody may be sent here by quick play. */
  open: boolean;
}

/**
 * What is said of a room with this world and state. `locked`: it has a password; `named`: its name was chosen; `host`: what the host
 * is called in the list.
 */
export function metadataOf(
  world: World,
  state: ArenaState,
  { locked, named, host }: Pick<RoomMetadata, "locked" | "named" | "host">,
): RoomMetadata {
  const seats = [...state.seats.values()];
  const people = seats.filter((seat) => !seat.bot);
  const spectators = people.filter((seat) => seat.role === "spectator").length;
  return {
    listed: !state.private && !state.locked,
    open: !locked && !state.private && !state.locked && !world.hasLobby,
    name: state.name,
    named,
    host,
    arena: world.arena.name,
    mode: world.mode.id,
    phase: world.phase,
    bots: seats.length - people.length,
    players: people.length - spectators,
    spectators,
    maxPlayers: state.maxPlayers,
    locked,
  };
}
