import { type AuthContext, type IRoomCache, matchMaker } from "@colyseus/core";
import { z } from "zod";
import { seatRefusal } from "#colyseus/server/refusals.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";
import { refusedWith } from "./refusal.ts";
import type { MatchmakeRequest } from "./request.ts";
import type { Reservations } from "./reservations.ts";
import type { AdmittedOptions, SeatReservation } from "./seat.ts";

/** What a room says of itself to somebody who wants to come in. It may be in another process: all at once is one question. */
export interface RoomAnswer {
  /** Why they may not, as a refusal. */
  readonly refusal?: string | undefined;
  /** Why nobody more can play in its process, as a refusal. */
  readonly processRefusal?: string | undefined;
  /** How many more may come in as what they are. */
  readonly free: number;
}

const answer = z.object({
  refusal: z.string().optional(),
  processRefusal: z.string().optional(),
  free: z.number(),
});

/** Asks a room what has to be known before a seat is reserved in it. */
export async function askRoom(code: string, applicant: AdmittedOptions): Promise<RoomAnswer> {
  return answer.parse(await matchMaker.remoteRoomCall(code, "ask", [applicant]));
}

/** People who play in a room, as its list entry says: those who only watch draw nobody there. */
export function playersIn({ metadata }: IRoomCache<Partial<RoomMetadata>>): number {
  return metadata?.players ?? 0;
}

/** Reserves a seat, of which the room says again whether there was one: others may have asked at the same moment. */
export async function reserveIn(
  code: string,
  applicant: AdmittedOptions,
  context: AuthContext,
): Promise<SeatReservation> {
  const seat = await invoke("joinById", code, applicant, context);
  const why: unknown = await matchMaker.remoteRoomCall(code, "refuse", [applicant, seat.sessionId]);
  if (typeof why === "string") throw refusedWith(why);
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
