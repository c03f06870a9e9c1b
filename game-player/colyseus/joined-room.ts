import type { Room } from "@colyseus/sdk";
import type { ArenaState } from "#shared/state/arena-state.ts";

export type { InputHandle, SeatReservation } from "@colyseus/sdk";
/** Any room of the SDK, as far as its messages are heard. */
export type MessageSource = Pick<Room, "onMessage">;
/** A room of the server as the SDK holds it. */
export type JoinedRoom = Room<unknown, ArenaState>;
