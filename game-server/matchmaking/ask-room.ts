import { type AuthContext, type IRoomCache, matchMaker } from "@colyseus/core";
import { seatRefusal } from "#colyseus/server/refusals.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";
import type { JoinOptions } from "./join-options.ts";
import { refusedWith } from "./refusal.ts";
import type { MatchmakeRequest } from "./request.ts";
import type { Reservations } from "./reservations.ts";
import type { AdmittedOptions, SeatReservation } from "./seat.ts";

/** Asks a room whether somebody may come in; with a session whether they may take the seat that was reserved for it. */
export async function checkRoom(code: string, applicant: AdmittedOptions, sessionId?: string): Promise<void> {
  const asked = sessionId === undefined ? [applicant] : [applicant, sessionId];
  const why: unknown = await matchMaker.remoteRoomCall(code, "refuse", asked);
  if (typeof why === "string") throw refusedWith(why);
}

/** Asks the process of a room whether it has room for one more person who plays. */
export async function checkProcess(code: string): Promise<void> {
  const why: unknown = await matchMaker.remoteRoomCall(code, "processRefusal");
  if (typeof why === "string") throw refusedWith(why);
}

/** People who play in a room, as its list entry says: those who only watch draw nobody there. */
export function playersIn({ metadata }: IRoomCache<Partial<RoomMetadata>>): number {
  return metadata?.players ?? 0;
}

/** How many more may come into a room as what the options say. */
export async function freePlaces(code: string, { role }: JoinOptions): Promise<number> {
  const free: unknown = await matchMaker.remoteRoomCall(code, "freePlaces", [role]);
  return Number(free);
}

/** Reserves a seat, of which the room says again whether there was one: others may have asked at the same moment. */
export async function reserveIn(
  code: string,
  applicant: AdmittedOptions,
  context: AuthContext,
): Promise<SeatReservation> {
  const seat = await invoke("joinById", code, applicant, context);
  await checkRoom(code, applicant, seat.sessionId);
  return seat;
}

/** Whether Colyseus says that the room has no seat, or is no more. */
export function isNoSeat(error: unknown): boolean {
  const refusal = seatRefusal(error);
  return refusal === "taken" || refusal === "gone";
}

export function invoke(
  method: MatchmakeRequest["method"],
  target: string,
  options: object,
  context: AuthContext,
): Promise<SeatReservation> {
  return matchMaker.controller.invokeMethod(method, target, options, context);
}

/** Tells a ticket what became of it. */
export async function settle(
  ticket: ReturnType<Reservations["ask"]>,
  asked: Promise<SeatReservation>,
): Promise<SeatReservation> {
  try {
    const seat = await asked;
    ticket.issued(seat.roomId, seat.sessionId);
    return seat;
  } catch (error) {
    ticket.refused();
    throw error;
  }
}
