import { HILL } from "#shared/mode-tunables.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { teamName } from "../../../words/names.ts";
import { t } from "../../../words/t.ts";
import { useStore } from "../../context.ts";
import { TeamMark, teamStyle } from "../../parts/team-mark.tsx";
import { FALLS, HELD, KNOCKOUTS } from "./column.tsx";
import type { ModeFace } from "./face.ts";
import { TeamBars } from "./team-bars.tsx";

const columns = [HELD, KNOCKOUTS, FALLS] as const;

/** Points of both teams, and who holds the zone. */
export const hill: ModeFace = { columns, Panel: () => <Panel goal={HILL.goal} /> };
/** The same with more zones and more points. */
export const stampedeHill: ModeFace = { columns, Panel: () => <Panel goal={HILL.crowd.goal} /> };

function Panel({ goal }: { goal: number }) {
  const { zones } = useStore("course");
  return (
    <TeamBars goal={goal}>
      <span class="zones-held" role="status">
        {zones.value.map(({ id, team }) => (
          <Held key={id} team={team} />
        ))}
      </span>
    </TeamBars>
  );
}

function Held({ team }: { team: number }) {
  const words =
    team === NO_TEAM ? t(($) => $.modes.zoneFree) : t(($) => $.modes.zoneHeld, { team: teamName(team) });
  return (
    <span
      class={`zone-held ${team === NO_TEAM ? "zone-free" : ""}`}
      style={teamStyle(team)}
      title={words}
      data-testid="zone-held"
      data-team={team}
    >
      <TeamMark team={team} />
      <span class="hidden">{words}</span>
    </span>
  );
}
