import { type SchemaType, schema, t } from "@colyseus/schema";
import { NET } from "../tunables.ts";
import { BallState } from "./ball-state.ts";
import { PlayerState } from "./player-state.ts";
import { SeatState } from "./seat-state.ts";
import { ThingState } from "./thing-state.ts";

/** The fields of both kinds of rooms, in the order in which they are numbered on the wire. */
const fields = {
  /** Step that this state is of. */
  tick: t.uint32().default(0),
  /** A `MatchPhase`. */
  phase: t.string().default("countdown"),
  /** Tick at which the phase ends; 0 in the lobby, which ends when its people want. */
  endsAt: t.uint32().default(0),
  /** Tick at which play goes on; 0 while it does, 0xffffffff while it is paused. */
  resumesAt: t.uint32().default(0),
  mode: t.string().default("brawl"),
  /** Name of the room. */
  name: t.string().default(""),
  /** Whether somebody chose that name. */
  named: t.boolean().default(false),
  /** Id of the arena. Both change when a match begins, or in the lobby. */
  arena: t.string().default(""),
  /** Length of a match (s). */
  timeLimit: t.uint16().default(0),
  /** Whether the room waits in a lobby before its first match and between two. */
  hasLobby: t.boolean().default(false),
  /** What the next match will be as things are, as "mode:arena"; empty for the same again. */
  next: t.string().default(""),
  /** What the next match can be, as "mode:arena", while there is a vote on it; see `vote` of the seats. */
  choices: t.array("string"),
  /** Bots that are wanted beside a single person, and how good they are: a `BotSkill`. */
  bots: t.uint8().default(0),
  botSkill: t.string().default("normal"),
  /** Names of the pickups that do not appear, with commas between them. */
  pickupsOff: t.string().default(""),
  maxPlayers: t.uint8().default(16),
  /** Patches per second. */
  netRate: t.uint8().default(NET.patchRate),
  /** Hidden from the room list. */
  private: t.boolean().default(false),
  /** The host lets nobody else in. */
  locked: t.boolean().default(false),
  /** Session id of the host; empty in a room without people. */
  hostId: t.string().default(""),
  /** Words that nobody should have to read are masked in what is said. */
  filtered: t.boolean().default(true),
  /** Tick at which the room closes because nobody does anything; 0 while somebody does. */
  closesAt: t.uint32().default(0),
  /** By session id, in joining order: who is in the room. */
  seats: t.map(SeatState),
  /** Per crumbling tile of the arena: 0 whole, 1 shaking, 2 gone. */
  crumbles: t.array("uint8"),
  /** By id: what is in the room besides characters. */
  things: t.map(ThingState),
  /** The ball; out of play for ever where there is none. */
  ball: t.ref(BallState),
  /** The ball as patches say it; see `folded-ball.ts`. A page reads `ball`. */
  roll: t.biguint64().default(0n).patchOnly(),
  /** Rings of the arena's rim that have sunk. */
  sunk: t.uint8().default(0),
  /** Tick at which the next ring sinks, which shakes until then; 0 while none does. */
  sinksAt: t.uint32().default(0),
  /** Number of the round that is played, from 1; 0 where a match has none. */
  round: t.uint8().default(0),
  /** Points of each team; empty where there are none. */
  teamPoints: t.array("uint16"),
  /** Session ids of those who won the match that has just ended; nobody while one is played. */
  winners: t.array("string"),
};

/**
 * Whether the room counts inputs that do not say their number. Behind all other fields: a page and a process of different versions,
 * which meet while a cluster is brought up to date, then understand each other.
 */
const countsInputs = t.boolean().default(false);

/** What the server replicates of a room. */
export const ArenaState = schema(
  {
    ...fields,
    /** By session id: the characters. A seat may have none. */
    players: t.map(PlayerState),
    countsInputs,
  },
  "ArenaState",
);
export type ArenaState = SchemaType<typeof ArenaState>;

/** The same of a room with a huge arena, where each page gets the characters near its own one. */
export const HugeArenaState = schema(
  { ...fields, players: t.map(PlayerState).view(), countsInputs },
  "HugeArenaState",
);
export type HugeArenaState = SchemaType<typeof HugeArenaState>;
