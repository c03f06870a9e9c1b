import { Action, type Body, type PlayerInput } from "./types.ts";

/** A place in the world (tiles). */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where attackers saw others: by the attacker's id, then by the other's. Whoever is not in it was seen where they are. */
export type Sights = ReadonlyMap<string, ReadonlyMap<string, Place>>;

/**
 * All that a step depends on besides its world, as a value: what was recorded of a match steps a copy of its world to the
 * same end.
 */
export interface TickInput {
  /** What each player does: usually one sanitized input, two to catch up after a late packet, none to stand still in time. */
  readonly inputs: ReadonlyMap<string, readonly PlayerInput[]>;
  /** Lag compensation, of those whose push may land in this tick (`mayPush`). */
  readonly sights?: Sights;
  /** False: a brace or dash that comes after a blow was decided is always too late. */
  readonly defence?: boolean;
}

/** Whether somebody may let go of a push by these inputs: only then it matters where they saw others. */
export function mayPush({ action }: Body, inputs: readonly PlayerInput[]): boolean {
  let charging = action === Action.Charging;
  for (const { push } of inputs) {
    if (charging && !push) return true;
    charging ||= push;
  }
  return false;
}
