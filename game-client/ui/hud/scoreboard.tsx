import type { ComponentChildren } from "preact";
import type { ResultsLine } from "#shared/messages.ts";
import type { ScoreRow } from "../../session/stores/standings.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { AwayMark } from "../parts/away-mark.tsx";
import { Icon } from "../parts/icon.tsx";

/** With more rows than this, they move together. */
const DENSE_FROM = 9;

interface ScoreboardProps {
  /** What everybody did in the match that is over: more columns, where there is room for them. */
  lines?: readonly ResultsLine[];
}

/** Everybody in the room with all their figures, best first. */
export function Scoreboard({ lines }: ScoreboardProps) {
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
          {lines !== undefined && <MoreHeads />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row}>
            {lines !== undefined && <MoreCells line={lines.find(({ id }) => id === row.id)} />}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

function MoreHeads() {
  return (
    <>
      <th scope="col" class="scoreboard-more">
        {t(($) => $.hud.scores.parries)}
      </th>
      <th scope="col" class="scoreboard-more">
        <abbr title={t(($) => $.hud.scores.flight)}>{t(($) => $.hud.scores.flightShort)}</abbr>
      </th>
      <th scope="col" class="scoreboard-more">
        <abbr title={t(($) => $.hud.scores.streak)}>{t(($) => $.hud.scores.streakShort)}</abbr>
      </th>
    </>
  );
}

/** Of a crowd only some lines are told. */
function MoreCells({ line }: { line: ResultsLine | undefined }) {
  const unknown = t(($) => $.hud.scores.notTold);
  return (
    <>
      <td class="scoreboard-more">{line?.parries ?? unknown}</td>
      <td class="scoreboard-more">{line?.flight.toFixed(1) ?? unknown}</td>
      <td class="scoreboard-more">{line?.streak ?? unknown}</td>
    </>
  );
}

function Row({ row, children }: { row: ScoreRow; children: ComponentChildren }) {
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
          {row.host && (
            <span class="crown" title={t(($) => $.lobby.host)} data-testid="score-host">
              <Icon name="crown" />
              <span class="hidden">{t(($) => $.lobby.host)}</span>
            </span>
          )}
          {row.self && <span class="tag tag-you">{t(($) => $.common.you)}</span>}
          {row.bot && <span class="tag">{t(($) => $.common.bot)}</span>}
          {row.away && <AwayMark />}
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
      {children}
    </tr>
  );
}
