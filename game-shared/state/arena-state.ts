import { type SchemaType, schema, t } from "@colyseus/schema";
import { NET } from "../tunables.ts";
import { PlayerState } from "./player-state.ts";
import { type Seat, SeatState } from "./seat-state.ts";

/** The fields of both kinds of rooms, in the order in which they are numbered on the wire. */
const head = {
  /** Step that this state is of. */
  tick: t.uint32().default(0),
  /** A `MatchPhase`. */
  phase: t.string().default("countdown"),
  /** Tick at which the phase ends. */
  endsAt: t.uint32().default(0),
  mode: t.string().default("brawl"),
  /** Id of the arena. */
  arena: t.string().default(""),
  maxPlayers: t.uint8().default(16),
  /** Patches per second. */
  netRate: t.uint8().default(NET.patchRate),
  /** Hidden from the room list. */
  private: t.boolean().default(false),
  /** Tick at which the room closes because nobody does anything; 0 while somebody does. */
  closesAt: t.uint32().default(0),
};

/** What the server replicates of a room. */
export const ArenaState = schema(
  {
    ...head,
    /** By session id, in joining order. */
    players: t.map(PlayerState),
    /** Per crumbling tile of the arena: 0 whole, 1 shaking, 2 gone. */
    crumbles: t.array("uint8"),
  },
  "ArenaState",
);
export type ArenaState = SchemaType<typeof ArenaState>;

/** The same of a room with a huge arena: each page gets the players near its own one, and a seat for everybody. */
export const HugeArenaState = schema(
  {
    ...head,
    /** By session id: those whom the page is shown. */
    players: t.map(PlayerState).view(),
    crumbles: t.array("uint8"),
    /** By session id, in joining order: everybody in the room. */
    seats: t.map(SeatState),
  },
  "HugeArenaState",
);
export type HugeArenaState = SchemaType<typeof HugeArenaState>;

/** By session id, in joining order. */
export type SeatMap = Pick<ReadonlyMap<string, Seat>, "get" | "entries" | "values" | "size">;

/** Whether a state is that of a huge arena; on a page it is one by its fields, not by its class. */
export function isHugeState(state: ArenaState | HugeArenaState): state is HugeArenaState {
  return "seats" in state;
}

/** Everybody in the room, in sight or not. On ordinary arenas everybody is in sight, and a player is the seat. */
export function seatsOf(state: ArenaState | HugeArenaState): SeatMap {
  return isHugeState(state) ? state.seats : state.players;
}
