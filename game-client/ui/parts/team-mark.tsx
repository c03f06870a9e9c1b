import { teamLook } from "../../scenes/teams.ts";
import { teamName } from "../../words/names.ts";

/** The colours of a team as variables of CSS: `--team`, `--team-light` and `--team-dark`; none for `NO_TEAM`. */
export function teamStyle(team: number): string | undefined {
  const look = teamLook(team);
  return look && `--team:${look.main};--team-light:${look.light};--team-dark:${look.dark}`;
}

/** The shape of a team in its colour, with its name for whoever hears it; nothing where there are no teams. */
export function TeamMark({ team }: { team: number }) {
  const look = teamLook(team);
  if (look === undefined) return null;
  return (
    <span class="team-mark" title={teamName(team)} data-team={team}>
      <svg viewBox="-1 -1 26 26" aria-hidden="true">
        <path d={look.mark} style={`fill:${look.main}`} />
      </svg>
      <span class="hidden">{teamName(team)}</span>
    </span>
  );
}
