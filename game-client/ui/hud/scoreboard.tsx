import type { ResultsLine } from "#shared/messages.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import type { ScoreRow, TeamTotal } from "../../session/stores/standings.ts";
import { teamName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { TeamMark, teamStyle } from "../parts/team-mark.tsx";
import type { Column } from "./modes/column.tsx";
import { useFace } from "./modes/table.tsx";
import { MORE_COLUMNS, MoreCells, ScoreLine } from "./score-line.tsx";

/** With more rows than this, they move together. */
const DENSE_FROM = 9;

interface ScoreboardProps {
  /** What everybody did in the match that is over: more columns, where there is room for them. */
  lines?: readonly ResultsLine[];
}

/** Everybody in the room with the figures of the mode, best first; where there are teams, each of them with its total. */
export function Scoreboard({ lines }: ScoreboardProps) {
  const { scores, teams } = useStore("standings");
  const { columns } = useFace();
  const rows = scores.value;
  const groups = groupsOf(rows, teams.value);
  const width = 2 + columns.length + (lines === undefined ? 0 : MORE_COLUMNS.length);
  return (
    <table
      class={`scoreboard ${rows.length > DENSE_FROM ? "scoreboard-dense" : ""}`}
      data-testid="scoreboard"
    >
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">{t(($) => $.hud.scores.rank)}</span>
          </th>
          <th scope="col" class="scoreboard-who">
            {t(($) => $.hud.scores.player)}
          </th>
          {columns.map((column) => (
            <Head key={column.id} column={column} />
          ))}
          {lines !== undefined &&
            MORE_COLUMNS.map((column) => <Head key={column.id} column={column} class="scoreboard-more" />)}
        </tr>
      </thead>
      {groups.map(({ total, members }) => (
        <tbody key={total?.team ?? NO_TEAM}>
          {total && <TeamHead total={total} width={width} />}
          {members.map((row) => (
            <ScoreLine key={row.id} row={row} columns={columns}>
              {lines !== undefined && <MoreCells line={lines.find(({ id }) => id === row.id)} />}
            </ScoreLine>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Head({ column, class: extra }: { column: Pick<Column, "head" | "title">; class?: string }) {
  const { head, title } = column;
  return (
    <th scope="col" class={extra}>
      {title === undefined ? head() : <abbr title={title()}>{head()}</abbr>}
    </th>
  );
}

/** Says how a team does, over its members. */
function TeamHead({ total, width }: { total: TeamTotal; width: number }) {
  const { team, points, players, own } = total;
  return (
    <tr
      class="scoreboard-team"
      style={teamStyle(team)}
      data-testid="score-team"
      data-team={team}
      data-points={points}
    >
      <th scope="rowgroup" colSpan={width}>
        <span class="scoreboard-name">
          <TeamMark team={team} />
          <span class="name-text">{teamName(team)}</span>
          {own && <span class="tag tag-you">{t(($) => $.hud.scores.yourTeam)}</span>}
          <span class="scoreboard-size">{t(($) => $.common.players, { count: players })}</span>
          <b>{points}</b>
        </span>
      </th>
    </tr>
  );
}

interface Group {
  readonly total: TeamTotal | undefined;
  readonly members: readonly ScoreRow[];
}

/** The teams that are ahead first, with their members in the order of the table; one group of all without teams. */
function groupsOf(rows: readonly ScoreRow[], teams: readonly TeamTotal[]): Group[] {
  if (teams.length === 0) return [{ total: undefined, members: rows }];
  return teams
    .toSorted((a, b) => b.points - a.points)
    .map((total) => ({ total, members: rows.filter(({ team }) => team === total.team) }));
}
