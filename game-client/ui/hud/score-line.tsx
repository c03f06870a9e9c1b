import type { ComponentChildren } from "preact";
import type { ResultsLine } from "#shared/messages.ts";
import type { ScoreRow } from "../../session/stores/standings.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { AwayMark } from "../parts/away-mark.tsx";
import { Icon } from "../parts/icon.tsx";
import { SpeakingMark } from "../voice/speaking-mark.tsx";
import type { Column } from "./modes/column.tsx";

/** What is told of a match when it is over, besides the figures of its mode. */
export const MORE_COLUMNS: readonly Pick<Column, "id" | "head" | "title">[] = [
  { id: "parries", head: () => t(($) => $.hud.scores.parries) },
  {
    id: "flight",
    head: () => t(($) => $.hud.scores.flightShort),
    title: () => t(($) => $.hud.scores.flight),
  },
  {
    id: "streak",
    head: () => t(($) => $.hud.scores.streakShort),
    title: () => t(($) => $.hud.scores.streak),
  },
];

/** The cells of these columns. Of a crowd only some lines are told. */
export function MoreCells({ line }: { line: ResultsLine | undefined }) {
  const unknown = t(($) => $.hud.scores.notTold);
  return (
    <>
      <td class="scoreboard-more">{line?.parries ?? unknown}</td>
      <td class="scoreboard-more">{line?.flight.toFixed(1) ?? unknown}</td>
      <td class="scoreboard-more">{line?.streak ?? unknown}</td>
    </>
  );
}

interface ScoreLineProps {
  row: ScoreRow;
  /** The most important one first. */
  columns: readonly Column[];
  /** More cells. */
  children: ComponentChildren;
}

/** A player in the score table. */
export function ScoreLine({ row, columns, children }: ScoreLineProps) {
  return (
    <tr
      class={`${row.self ? "scoreboard-self" : ""} ${row.connected ? "" : "scoreboard-gone"}`}
      data-testid="score-row"
      data-id={row.id}
      data-player={row.name}
      data-score={row.score}
      data-team={row.team}
    >
      <td class="scoreboard-rank">{row.rank}</td>
      <th scope="row" class="scoreboard-who">
        <span class="scoreboard-name">
          <Avatar look={row.look} />
          <span class="name-text">{row.name}</span>
          <Tags row={row} />
        </span>
      </th>
      {columns.map(({ id, Cell }, index) => (
        <td key={id} class={index === 0 ? "scoreboard-score" : ""}>
          <Cell row={row} />
        </td>
      ))}
      {children}
    </tr>
  );
}

function Tags({ row }: { row: ScoreRow }) {
  return (
    <>
      {row.host && (
        <span class="crown" title={t(($) => $.lobby.host)} data-testid="score-host">
          <Icon name="crown" />
          <span class="hidden">{t(($) => $.lobby.host)}</span>
        </span>
      )}
      {row.self && <span class="tag tag-you">{t(($) => $.common.you)}</span>}
      {row.bot && <span class="tag">{t(($) => $.common.bot)}</span>}
      <SpeakingMark id={row.id} />
      {row.away && <AwayMark />}
      {!row.connected && (
        <span class="tag tag-gone">
          <Icon name="plug" /> {t(($) => $.hud.scores.reconnecting)}
        </span>
      )}
    </>
  );
}
