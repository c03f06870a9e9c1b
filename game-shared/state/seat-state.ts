import { type SchemaType, schema, t } from "@colyseus/schema";
import { ENDLESS } from "../simulation/modes/mode.ts";

/** What somebody does in a room: they play, also while their character is not there yet, or they watch. */
export type SeatRole = "player" | "spectator";

/** What everybody in a room may know of everybody else: who they are and how they do, not where. */
export interface Seat {
  name: string;
  /** See `packLook`. */
  look: number;
  bot: boolean;
  /** A `SeatRole`: only players take the seats that a room has. */
  role: string;
  /** Place in the line for the next free seat, from 1; 0 for whoever does not stand in it. */
  queued: number;
  /** Number of the team, from 0; 0 where there are none. */
  team: number;
  /** False while the connection is lost and the character waits. */
  connected: boolean;
  /** A bot plays for them, because they have done nothing for a while. */
  away: boolean;
  /** Tick at which a bot takes over, once that is near; 0 while they do something. */
  awayAt: number;
  score: number;
  knockouts: number;
  falls: number;
  /** Points by the mode's own rules. */
  points: number;
  /** Lives left: 0 for out, `ENDLESS` where they do not count. */
  lives: number;
  /** Wants the next match now. */
  ready: boolean;
  /** Which of the choices for the next match they want, from 1; 0 for none. */
  vote: number;
  /** The host lets nobody read what they write. */
  muted: boolean;
}

/** A seat as it is replicated, to everybody. */
export const SeatState = schema(
  {
    name: t.string().default(""),
    look: t.uint16().default(0),
    bot: t.boolean().default(false),
    role: t.string().default("player" satisfies SeatRole),
    queued: t.uint8().default(0),
    team: t.uint8().default(0),
    connected: t.boolean().default(true),
    away: t.boolean().default(false),
    awayAt: t.uint32().default(0),
    score: t.int16().default(0),
    knockouts: t.uint16().default(0),
    falls: t.uint16().default(0),
    points: t.uint16().default(0),
    lives: t.uint8().default(ENDLESS),
    ready: t.boolean().default(false),
    vote: t.uint8().default(0),
    muted: t.boolean().default(false),
  },
  "SeatState",
);
export type SeatState = SchemaType<typeof SeatState>;
