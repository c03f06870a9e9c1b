import { useComputed } from "@preact/signals";
import type { ScoreRow } from "../../session/stores/standings.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { useStore } from "../context.ts";
import { setScoresShown, showScores } from "../hud-state.ts";
import { Icon } from "../parts/icon.tsx";
import { TeamMark } from "../parts/team-mark.tsx";
import { SpeakingMark } from "../voice/speaking-mark.tsx";
import { useFace } from "./modes/table.tsx";

/** The best three, and oneself if one is not among them. A touch opens the whole scoreboard. */
export function MiniScores() {
  const standings = useStore("standings");
  const rows = useComputed(() => standings.scores.value.filter((row, index) => index < 3 || row.self));
  return (
    <button
      type="button"
      class="mini-toggle"
      title={t(($) => $.hud.scores.all)}
      aria-expanded={showScores.value}
      data-testid="scores-toggle"
      onClick={() => setScoresShown(!showScores.value)}
    >
      <span class="hidden">{t(($) => $.hud.scores.leaders)}</span>
      <span class="mini-scores" data-testid="mini-scores">
        {rows.value.map((row) => (
          <MiniRow key={row.id} row={row} />
        ))}
      </span>
    </button>
  );
}

function MiniRow({ row }: { row: ScoreRow }) {
  const [{ Cell }] = useFace().columns;
  return (
    <span
      class={`mini-row ${row.self ? "mini-self" : ""} ${row.connected ? "" : "mini-gone"}`}
      data-testid="mini-row"
      data-player={row.name}
      data-score={row.score}
    >
      <span class="mini-rank">{row.rank}</span>
      <span class="mini-face">
        <Avatar look={row.look} />
        <TeamMark team={row.team} />
      </span>
      <span class="mini-name">{row.name}</span>
      <SpeakingMark id={row.id} />
      {row.away && <Icon name="moon" />}
      {!row.connected && <Icon name="plug" />}
      <b>
        <Cell row={row} />
      </b>
    </span>
  );
}
