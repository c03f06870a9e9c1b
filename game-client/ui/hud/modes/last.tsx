import type { ScoreRow } from "../../../session/stores/standings.ts";
import { t } from "../../../words/t.ts";
import { Avatar } from "../../avatar.tsx";
import { useStore } from "../../context.ts";
import { Icon } from "../../parts/icon.tsx";
import { KNOCKOUTS, LIVES, ROUNDS } from "./column.tsx";
import type { ModeFace } from "./face.ts";
import { Pips } from "./pips.tsx";

/** Lives of everybody, the round, and the rim that sinks. */
export const last: ModeFace = { columns: [LIVES, ROUNDS, KNOCKOUTS], Panel };

function Panel() {
  const { round, sinksIn } = useStore("course");
  const { scores } = useStore("standings");
  const standing = scores.value.filter(({ lives }) => lives > 0).length;
  return (
    <>
      <p class="mode-line-up">
        <strong data-testid="round">{t(($) => $.modes.says.round, { round: round.value })}</strong>
        <span>{t(($) => $.modes.standing, { count: standing })}</span>
        {sinksIn.value > 0 && (
          <span class="mode-alarm" role="status" data-testid="sinks-in">
            <Icon name="warn" />
            {t(($) => $.modes.sinksIn, { seconds: sinksIn.value })}
          </span>
        )}
      </p>
      <ul class="mode-lives" aria-label={t(($) => $.hud.scores.lives)}>
        {scores.value.map((row) => (
          <Life key={row.id} row={row} />
        ))}
      </ul>
    </>
  );
}

function Life({ row }: { row: ScoreRow }) {
  const { name, look, lives, self } = row;
  return (
    <li
      class={`mode-life ${self ? "mode-life-self" : ""} ${lives === 0 ? "mode-life-out" : ""}`}
      title={name}
      data-testid="mode-life"
      data-player={name}
    >
      <span class="hidden">{name}</span>
      <Avatar look={look} />
      <Pips lives={lives} />
    </li>
  );
}
