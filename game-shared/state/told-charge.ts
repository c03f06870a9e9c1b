import { CHARGE_FULL } from "../simulation/actions.ts";

/** What stands for a full charge: it grows no more. */
const FULL = 255;
/** Ticks are told modulo this: more than a charge takes, so that no two are taken for one another. */
const TURN = FULL - 1;

/**
 * What everybody is told of a charge (ticks) at a tick: since when it grows, which stays the same meanwhile, or that it is full.
 * 0 for none.
 */
export function tellCharge(charge: number, tick: number): number {
  if (charge <= 0) return 0;
  if (charge >= CHARGE_FULL) return FULL;
  return 1 + ((((tick - charge) % TURN) + TURN) % TURN);
}

/** The charge (ticks) at the tick of a state by what that tells. */
export function toldCharge(told: number, tick: number): number {
  if (told === 0) return 0;
  if (told === FULL) return CHARGE_FULL;
  return Math.min(CHARGE_FULL, (((tick - (told - 1)) % TURN) + TURN) % TURN);
}
