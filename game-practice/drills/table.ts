import { botsDrill } from "./bots.ts";
import type { DrillTable } from "./drill.ts";
import { matchDrill } from "./match.ts";
import { parryDrill } from "./parry.ts";
import { targetsDrill } from "./targets.ts";

/** All that can be practised. Another drill is a file beside this one, a line here, and one in `game-shared/practice.ts`. */
export const DRILL_TABLE: DrillTable = {
  bots: botsDrill,
  targets: targetsDrill,
  parry: parryDrill,
  match: matchDrill,
};
