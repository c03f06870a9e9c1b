import { TICK_MS } from "#shared/tunables.ts";

/** Where somebody was after a step. */
export interface Truth {
  x: number;
  y: number;
  /** Between this step and the one before there was a respawn. */
  jump: boolean;
}

/** Where somebody was at a simulation time (ms); undefined when that is unknown or they were put elsewhere. */
export function placeAt(
  steps: readonly Truth[] | undefined,
  time: number,
): { x: number; y: number } | undefined {
  const tick = Math.floor(time / TICK_MS);
  const [from, to] = [steps?.[tick], steps?.[tick + 1]];
  if (from === undefined || to === undefined || from.jump || to.jump) return undefined;
  const share = time / TICK_MS - tick;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
