import type { Room } from "@colyseus/core";
import { type ReservedSeat, reservedSeats } from "#colyseus/server/reserved-seats.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { SeatRole } from "#shared/state/seat-state.ts";
import { MATCH } from "#shared/tunables.ts";
import { roleOf } from "../matchmaking/roles.ts";

export interface PlacesOptions {
  readonly code: string;
  readonly state: Pick<ArenaState, "seats">;
  /** Seats for players. */
  readonly maxPlayers: number;
  /** What is given out and not taken yet, in the order in which it was. */
  readonly reserved: () => readonly ReservedSeat[];
  /** How many stand in line for a seat: whoever comes does not overtake them. */
  readonly inLine: () => number;
}

/**
 * Who may still come into a room. Players take its seats; whoever only watches takes none of them, and has a bound of their
 * own. Reserved seats count, in their order: of two who ask at once for the last one, the first gets it.
 */
export class Places {
  readonly #options: PlacesOptions;

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /** Places that are left for a role; with a session id those that were left when its seat was reserved. */
  free(role: SeatRole, sessionId?: string): number {
    const { state, maxPlayers, reserved } = this.#options;
    let left = role === "player" ? maxPlayers : MATCH.maxSpectators;
    for (const seat of state.seats.values()) if (!seat.bot && seat.role === role) left -= 1;
    for (const { sessionId: other, options } of reserved()) {
      if (other === sessionId) break;
      if (!state.seats.has(other) && roleWanted(options) === role) left -= 1;
    }
    return left;
  }

  /** Places that are left for whoever comes now as a role of this name. */
  freeForNewcomers(roleName: string): number {
    const role = seatRoleOf(roleName);
    return this.free(role) - (role === "player" ? this.#options.inLine() : 0);
  }

  /** Why nobody may come in as a role of this name, as a refusal; with a session id whether that one has reserved too late. */
  refuse(roleName: string, sessionId?: string): string | undefined {
    const role = seatRoleOf(roleName);
    const left = sessionId === undefined ? this.freeForNewcomers(roleName) : this.free(role, sessionId);
    if (left > 0) return undefined;
    const { code } = this.#options;
    return role === "player" ? refusal("room_full", { code }) : refusal("watchers_full", { code });
  }
}

/** The places of a room of Colyseus. */
export function placesOf(
  room: Room & { state: ArenaState },
  maxPlayers: number,
  inLine: () => number,
): Places {
  const { roomId: code, state } = room;
  return new Places({ code, state, maxPlayers, reserved: () => reservedSeats(room), inLine });
}

/** What a role is in the state. */
export function seatRoleOf(roleName: string): SeatRole {
  return roleOf(roleName).hasBody ? "player" : "spectator";
}

function roleWanted(options: unknown): SeatRole {
  const role =
    typeof options === "object" && options !== null && "role" in options ? options.role : undefined;
  return seatRoleOf(String(role));
}
