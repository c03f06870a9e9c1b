import type { ScoreRow } from "../../session/store.ts";
import { Avatar } from "../avatar.tsx";
import { count, ordinal } from "../format.ts";

/** The best three on their islands, the winner in the middle and in the light. */
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
          </div>
          <div class="podium-block">
            <strong class="name-text">{row.self ? "You" : row.name}</strong>
            <span>{count(row.score, "point")}</span>
            <em>{ordinal(row.rank)}</em>
          </div>
        </li>
      ))}
    </ol>
  );
}
