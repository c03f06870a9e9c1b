import { BALL } from "#shared/ball-tunables.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { teamName } from "../../../words/names.ts";
import { t } from "../../../words/t.ts";
import { useStore } from "../../context.ts";
import { teamStyle } from "../../parts/team-mark.tsx";
import { FALLS, GOALS, KNOCKOUTS } from "./column.tsx";
import type { ModeFace } from "./face.ts";
import { TeamBars } from "./team-bars.tsx";

/** Goals of both teams, out of those that decide a match, and whose count twice. */
export const pushBall: ModeFace = { columns: [GOALS, KNOCKOUTS, FALLS], Panel };

function Panel() {
  const { twice } = useStore("course");
  return (
    <TeamBars goal={BALL.goalsToWin}>
      <span class="zones-held" role="status">
        {twice.value !== NO_TEAM && <Twice team={twice.value} />}
      </span>
    </TeamBars>
  );
}

function Twice({ team }: { team: number }) {
  const words = t(($) => $.modes.twiceFor, { team: teamName(team) });
  return (
    <span class="zone-held" style={teamStyle(team)} title={words} data-testid="goals-twice" data-team={team}>
      <b aria-hidden="true">{t(($) => $.modes.twice)}</b>
      <span class="hidden">{words}</span>
    </span>
  );
}
