import { type SchemaType, schema, t } from "@colyseus/schema";
import { NET } from "../tunables.ts";
import { PlayerState } from "./player-state.ts";

/** What the server replicates of a room. */
export const ArenaState = schema(
  {
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
    /** By session id, in joining order. */
    players: t.map(PlayerState),
    /** Per crumbling tile of the arena: 0 whole, 1 shaking, 2 gone. */
    crumbles: t.array("uint8"),
  },
  "ArenaState",
);
export type ArenaState = SchemaType<typeof ArenaState>;
