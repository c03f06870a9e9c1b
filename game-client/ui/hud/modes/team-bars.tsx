import type { ComponentChildren } from "preact";
import { useStore } from "../../context.ts";
import { TeamMark, teamStyle } from "../../parts/team-mark.tsx";

interface TeamBarsProps {
  /** Points that win a match. */
  goal: number;
  /** Between the bars. */
  children?: ComponentChildren;
}

/** The points of the teams, each as a bar that fills up to what wins. */
export function TeamBars({ goal, children }: TeamBarsProps) {
  const { teams } = useStore("standings");
  return (
    <div class="team-bars" data-testid="team-bars">
      {teams.value.map(({ team, points, own }) => (
        <span
          key={team}
          class={`team-bar ${own ? "team-bar-own" : ""}`}
          style={`${teamStyle(team) ?? ""};--share:${Math.min(1, points / goal).toFixed(3)}`}
          data-testid="team-bar"
          data-team={team}
          data-points={points}
        >
          <TeamMark team={team} />
          <b>{points}</b>
        </span>
      ))}
      {children}
    </div>
  );
}
