import { BALL } from "#shared/ball-tunables.ts";
import { FALLS, GOALS, KNOCKOUTS } from "./column.tsx";
import type { ModeFace } from "./face.ts";
import { TeamBars } from "./team-bars.tsx";

/** Goals of both teams, out of those that decide a match. */
export const pushBall: ModeFace = {
  columns: [GOALS, KNOCKOUTS, FALLS],
  Panel: () => <TeamBars goal={BALL.goalsToWin} />,
};
