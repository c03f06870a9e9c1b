import type { Mode } from "./mode.ts";

/**
 * Steps that a room makes at one go, with a patch every `patchTicks` ticks. More than one, as its mode may say, only where nobody
 * hears of the first of them before the last: all of them wait for the inputs of the last one, which may then travel together.
 */
export function stepsTogether({ stepsTogether: wanted = 1 }: Mode, patchTicks: number): number {
  return patchTicks % wanted === 0 ? wanted : 1;
}
