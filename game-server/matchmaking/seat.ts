import type { matchMaker } from "@colyseus/core";
import type { JoinOptions } from "./join-options.ts";

/** A seat as Colyseus gives it out. */
export type SeatReservation = Awaited<ReturnType<typeof matchMaker.reserveSeatFor>>;

/**
 * Join options as a room gets them: `from` is the address that its player is counted under, `guest` who they are beyond this
 * stay; a stranger when absent.
 */
export type AdmittedOptions = JoinOptions & {
  readonly from?: string;
  readonly guest?: string;
  /** What they are to keep to be the same guest the next time; absent when they have it. */
  readonly newToken?: string;
  /** The process that is to open the room; absent: this one. */
  readonly on?: string;
};
