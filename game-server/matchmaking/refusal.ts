import { WRONG_PASSWORD } from "#shared/messages.ts";
import { type RefusalArguments, type RefusalId, refusal } from "#shared/refusals/refusal.ts";
import type { RefusalReason } from "../observability/metrics.ts";

/** A refusal: HTTP status, what travels to the player (see `refusal` in game-shared), and what it is counted as. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: RefusalReason;
  /** What the SDK reports; the status unless a page has to tell this refusal from others. */
  readonly code: number;

  constructor(status: number, reason: RefusalReason, message: string, code = status) {
    super(message);
    this.status = status;
    this.reason = reason;
    this.code = code;
  }
}

type Kind = readonly [status: number, counted: RefusalReason];

/** How each refusal of a seat is answered and counted. */
const KINDS = {
  bad_code: [404, "not_found"],
  no_room: [404, "not_found"],
  no_room_type: [404, "not_found"],
  no_method: [404, "not_found"],
  room_full: [409, "room_full"],
  watchers_full: [409, "room_full"],
  last_seat: [409, "room_full"],
  password_needed: [WRONG_PASSWORD, "password"],
  password_wrong: [WRONG_PASSWORD, "password"],
  kicked: [403, "kept_out"],
  room_locked: [403, "kept_out"],
  seat_gone: [410, "seat_gone"],
  joins_too_often: [429, "too_often"],
  rooms_too_often: [429, "too_often"],
  seats_lapsed: [429, "too_many"],
  seats_waiting: [429, "too_many"],
  rooms_of_address: [429, "too_many"],
  players_of_address: [429, "too_many"],
  bots_of_address: [429, "too_many"],
  server_busy: [503, "server_full"],
  rooms_full: [503, "server_full"],
  players_full: [503, "server_full"],
  bots_of_server: [503, "server_full"],
  going_down: [503, "going_down"],
  rooms_unknown: [503, "rooms_unknown"],
  room_too_large: [400, "bad_request"],
  token_needed: [400, "bad_request"],
  fault: [500, "fault"],
} as const satisfies Partial<Record<RefusalId, Kind>>;

/** What a room says against somebody, a text that `refusal` wrote, as a refusal of their seat. */
export function refusedWith(message: string): Refusal {
  const [id = ""] = message.split("?");
  const [status, counted] = Object.hasOwn(KINDS, id) ? KINDS[id as SeatRefusalId] : KINDS.fault;
  return new Refusal(status, counted, message);
}

/** The refusals that matchmaking knows by itself. */
export type SeatRefusalId = keyof typeof KINDS;

/** The refusal of a seat, as in `throw refused("room_full", { code })`. */
export function refused<Id extends SeatRefusalId>(id: Id, ...variables: RefusalArguments<Id>): Refusal {
  const [status, counted] = KINDS[id];
  return new Refusal(status, counted, refusal(id, ...variables));
}
