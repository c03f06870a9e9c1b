import { teamName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { TeamMark, teamStyle } from "../parts/team-mark.tsx";

/** The teams side by side, of which whoever plays is in one and can go over to another; nothing where there are none. */
export function TeamChoice() {
  const { actions } = useUi();
  const { teams } = useStore("standings");
  const plays = useStore("watching").role.value === "player";
  if (teams.value.length === 0) return null;
  return (
    <fieldset class="team-choice" data-testid="team-choice">
      <legend class="hidden">{t(($) => $.people.teams)}</legend>
      {teams.value.map(({ team, players, own }) => (
        <button
          key={team}
          type="button"
          class={`team-side ${own ? "team-own" : ""}`}
          style={teamStyle(team)}
          aria-pressed={own}
          disabled={!plays}
          data-testid="team-side"
          data-team={team}
          data-cue="uiMove"
          onClick={() => {
            if (!own) actions.give("switchTeam");
          }}
        >
          <TeamMark team={team} />
          <span aria-hidden="true">{teamName(team)}</span>
          <b>{players}</b>
        </button>
      ))}
    </fieldset>
  );
}
