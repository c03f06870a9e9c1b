import { fetchPickups } from "./fetch.ts";
import type { Goal } from "./goal.ts";
import { hill } from "./hill.ts";
import { king } from "./king.ts";
import { last } from "./last.ts";
import { pushBall } from "./push-ball.ts";

/** What bots are after in a mode, by its id; in the others they fight. A new goal is a file beside this one and a line here. */
const GOALS: Readonly<Record<string, Goal>> = {
  king,
  hill,
  "stampede-hill": hill,
  last,
  "push-ball": pushBall,
};

/** What bots are after in every mode, before what the mode is about: the first that wants anything has its way. */
export const ERRANDS: readonly Goal[] = [fetchPickups];

const FIGHT: Goal = {};

/** What bots are after in a mode. */
export function goalOf(mode: string): Goal {
  return Object.hasOwn(GOALS, mode) ? (GOALS[mode] ?? FIGHT) : FIGHT;
}
