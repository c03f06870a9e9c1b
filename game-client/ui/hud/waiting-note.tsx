import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { Icon } from "../parts/icon.tsx";

/** Says to who came into the middle of a match when they will play. */
export function WaitingNote() {
  const { waits } = useStore("lobby");
  if (!waits.value) return null;
  return (
    <p class="waiting-note" role="status" data-testid="waiting-note">
      <Icon name="clock" />
      {t(($) => $.lobby.nextRound)}
    </p>
  );
}
