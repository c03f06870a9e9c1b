import type { Room } from "@colyseus/sdk";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** A room of the server as a client holds it. */
export type ArenaLink = Room<unknown, ArenaState>;
