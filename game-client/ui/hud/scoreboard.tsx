import type { ScoreRow } from "../../session/stores/standings.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";

/** With more rows than this, they move together. */
const DENSE_FROM = 9;

/** Everybody in the room with all their figures, best first. */
export function Scoreboard() {
  const standings = useStore("standings");
  const rows = standings.scores.value;
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
          <th scope="col">{t(($) => $.hud.scores.score)}</th>
          <th scope="col">
            <abbr title={t(($) => $.hud.scores.knockouts)}>{t(($) => $.hud.scores.knockoutsShort)}</abbr>
          </th>
          <th scope="col">{t(($) => $.hud.scores.falls)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: ScoreRow }) {
  return (
    <tr
      class={`${row.self ? "scoreboard-self" : ""} ${row.connected ? "" : "scoreboard-gone"}`}
      data-testid="score-row"
      data-id={row.id}
      data-player={row.name}
      data-score={row.score}
    >
      <td class="scoreboard-rank">{row.rank}</td>
      <th scope="row" class="scoreboard-who">
        <span class="scoreboard-name">
          <Avatar look={row.look} />
          <span class="name-text">{row.name}</span>
          {row.self && <span class="tag tag-you">{t(($) => $.common.you)}</span>}
          {row.bot && <span class="tag">{t(($) => $.common.bot)}</span>}
          {!row.connected && (
            <span class="tag tag-gone">
              <Icon name="plug" /> {t(($) => $.hud.scores.reconnecting)}
            </span>
          )}
        </span>
      </th>
      <td class="scoreboard-score">{row.score}</td>
      <td>{row.knockouts}</td>
      <td>{row.falls}</td>
    </tr>
  );
}
