import { BALL_FIELD_NAMES } from "../simulation/ball/ball.ts";
import { BODY_FIELD_NAMES, bodyFieldsTo } from "../simulation/body-fields.ts";
import type { ArenaState, HugeArenaState } from "./arena-state.ts";
import type { PlayerState } from "./player-state.ts";
import type { Seat } from "./seat-state.ts";

/** Steps between two fingerprints of a room, by both ends: a state is taken when its tick is a multiple of it. */
export const FINGERPRINT_EVERY = 100;

/** What everybody gets of a character. */
const PUBLIC_FIELDS = [
  ...bodyFieldsTo("everybody"),
  "charged",
  "protected",
] as const satisfies readonly (keyof PlayerState)[];

/** What everybody gets of a room besides its players. */
const ROOM_FIELDS = [
  "tick",
  "phase",
  "endsAt",
  "resumesAt",
  "mode",
  "arena",
  "timeLimit",
  "sunk",
  "sinksAt",
  "round",
  "hasLobby",
  "next",
  "bots",
  "botSkill",
  "pickupsOff",
  "maxPlayers",
  "netRate",
  "countsInputs",
  "private",
] as const satisfies readonly (keyof ArenaState)[];

/** What everybody gets of a seat. */
const SEAT_FIELDS = [
  "name",
  "look",
  "bot",
  "role",
  "queued",
  "team",
  "connected",
  "away",
  "awayAt",
  "score",
  "knockouts",
  "falls",
  "points",
  "lives",
  "ready",
  "vote",
] as const satisfies readonly (keyof Seat)[];

/** Of everything in a room but the characters: the match, who has a seat, and what lies about. */
export interface RoomPrint {
  readonly match: number;
  readonly seats: number;
  readonly things: number;
}

/** The state of a room at one tick in 32-bit numbers: equal states have equal ones. */
export interface Fingerprint {
  tick: number;
  room: RoomPrint;
  /** By session id: of what everybody gets, and of what only the player's own page gets besides. */
  players: Record<string, { seen: number; own: number }>;
  /** On huge arenas, by session id: whom somebody is shown besides themselves. Absent where everybody sees everybody. */
  shown?: Record<string, string[]> | undefined;
}

/** Tells whom a player is shown besides themselves, by session ids. */
export type ShownTo = (id: string) => Iterable<string>;

/** FNV-1a over a text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Fingerprint of what everybody gets of a character. */
export function fingerprintSeen(player: PlayerState): number {
  return hash(PUBLIC_FIELDS.map((field) => player[field]).join("|"));
}

/** Fingerprint of what a player's own page gets besides. */
export function fingerprintOwn(player: PlayerState): number {
  return hash(BODY_FIELD_NAMES.map((field) => player[field]).join("|"));
}

/** Fingerprints of everything in a room but the characters. */
export function fingerprintRoom(state: ArenaState | HugeArenaState): RoomPrint {
  const match = [
    ...ROOM_FIELDS.map((field) => state[field]),
    ...state.choices,
    ...state.crumbles,
    ...state.teamPoints,
    ...BALL_FIELD_NAMES.map((field) => state.ball[field]),
    state.ball.since,
    ...state.winners,
  ];
  return {
    match: hash(match.join("|")),
    seats: hash(seatTexts(state).join("|")),
    things: hash(thingTexts(state).join("|")),
  };
}

/** In an order of their own: a page that came late may have them in another one. */
function seatTexts(state: ArenaState | HugeArenaState): string[] {
  return [...state.seats]
    .map(([id, seat]) => [id, ...SEAT_FIELDS.map((field) => seat[field])].join("|"))
    .sort();
}

function thingTexts({ things }: ArenaState | HugeArenaState): string[] {
  return [...things].map(([id, { kind, x, y, owner }]) => [id, kind, x, y, owner].join("|")).sort();
}

/** The whole state as the server has it; `shownTo` on huge arenas, where not everybody sees everybody. */
export function fingerprint(state: ArenaState | HugeArenaState, shownTo?: ShownTo): Fingerprint {
  const players: Fingerprint["players"] = {};
  for (const [id, player] of state.players) {
    players[id] = { seen: fingerprintSeen(player), own: fingerprintOwn(player) };
  }
  const all = { tick: state.tick, room: fingerprintRoom(state), players };
  if (shownTo === undefined) return all;
  // Whoever only watches has a seat, and no character.
  const everybody = new Set([...state.players.keys(), ...state.seats.keys()]);
  const shown = [...everybody].map((id): [string, string[]] => [id, [...shownTo(id)]]);
  return { ...all, shown: Object.fromEntries(shown) };
}
