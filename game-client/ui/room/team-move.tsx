import { NO_TEAM } from "#shared/state/seat-team.ts";
import type { Guest } from "../../session/stores/lobby.ts";
import { teamName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";

/** Moves somebody to the next team: the host anybody at any time, everybody else themselves between two matches. */
export function TeamMove({ guest }: { guest: Guest }) {
  const { actions } = useUi();
  const { host } = useStore("lobby");
  const { teams } = useStore("standings");
  const phase = useStore("hud").phase.value;
  const { id, name, self, team } = guest;
  const isHost = host.value?.self === true;
  const count = teams.value.length;
  if (team === NO_TEAM || count < 2 || !(isHost || self)) return null;
  if (!isHost && phase !== "lobby" && phase !== "results") return null;
  const next = (team + 1) % count;
  const words = { name, team: teamName(next) };
  return (
    <Button
      icon="swap"
      kind="ghost"
      class="guest-more guest-swap"
      testId="team-move"
      cue="uiMove"
      label={self ? t(($) => $.people.switchTo, words) : t(($) => $.people.moveTo, words)}
      onClick={() => (isHost ? actions.give("moveTeam", { id, team: next }) : actions.give("switchTeam"))}
    />
  );
}
