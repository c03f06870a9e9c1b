import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialogs } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";

/** The question that the browser's Back asks before it takes a player out of a match. */
export function Leave() {
  const { actions } = useUi();
  const inLobby = useStore("hud").phase.value === "lobby";
  return (
    <Dialog
      title={inLobby ? t(($) => $.hud.leave.room) : t(($) => $.hud.leave.title)}
      onClose={closeDialogs}
      class="dialog-small"
      testId="leave-dialog"
    >
      <div class="stack">
        {!inLobby && <p class="dim">{t(($) => $.hud.leave.goesOn)}</p>}
        <Button kind="sun" testId="stay" cue="uiBack" autofocus onClick={closeDialogs}>
          {t(($) => $.hud.leave.stay)}
        </Button>
        <Button icon="leave" kind="coral" testId="leave-yes" onClick={() => actions.leave()}>
          {inLobby ? t(($) => $.common.leaveRoom) : t(($) => $.common.leaveMatch)}
        </Button>
      </div>
    </Dialog>
  );
}
