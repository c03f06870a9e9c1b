import { BODY } from "#shared/tunables.ts";

/** More than contacts and rounding add to a way (tiles). */
const SLACK = 1;

/** Whether nobody can have moved that far (tiles) in a time (s): a teleporter or a respawn did it. */
export function isJump(dx: number, dy: number, seconds: number): boolean {
  const most = BODY.maxSpeed * seconds + SLACK;
  return dx * dx + dy * dy > most * most;
}
