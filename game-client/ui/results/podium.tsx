import type { ScoreRow } from "../../session/stores/standings.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { SCORE } from "../hud/modes/column.tsx";
import { useFace } from "../hud/modes/table.tsx";
import { TeamMark } from "../parts/team-mark.tsx";

/** The best three on their islands, the winner in the middle and in the light; their places are those among the shown. */
export function Podium({ rows }: { rows: readonly ScoreRow[] }) {
  const places = [1, 0, 2].flatMap((index) => {
    const row = rows[index];
    return row ? [{ row, index }] : [];
  });
  return (
    <ol class="podium" data-testid="podium">
      {places.map(({ row, index }) => (
        <li key={row.id} class={`podium-place podium-${index + 1}`} style={`--order:${index}`}>
          <div class="podium-figure">
            {index === 0 && <span class="podium-rays" />}
            <Avatar look={row.look} />
            <TeamMark team={row.team} />
          </div>
          <div class="podium-block">
            <strong class="name-text">{row.self ? t(($) => $.common.you) : row.name}</strong>
            <span>
              <Figure row={row} />
            </span>
            <em>{t(($) => $.results.place, { count: placeAmong(rows, row), ordinal: true })}</em>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What counts in the mode, as the table says it. */
function Figure({ row }: { row: ScoreRow }) {
  const [column] = useFace().columns;
  const { head, Cell } = column;
  if (column === SCORE) return <>{t(($) => $.common.points, { count: row.score })}</>;
  return (
    <>
      {head()} <Cell row={row} />
    </>
  );
}

/** The place of somebody among some, from 1; equals share one. */
function placeAmong(rows: readonly ScoreRow[], { rank }: ScoreRow): number {
  return 1 + rows.filter((row) => row.rank < rank).length;
}
