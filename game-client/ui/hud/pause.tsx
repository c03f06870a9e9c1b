import { arenaName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { ChatFilter } from "../chat/chat-filter.tsx";
import { useStore, useUi } from "../context.ts";
import { closeDialog, openDialog } from "../hud-state.ts";
import { NetGraphToggle } from "../network/net-graph-toggle.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { FullScreenButton } from "../parts/full-screen.tsx";
import { MuteButton, MuteToggle } from "../parts/mute.tsx";
import { VoiceButton } from "../voice/voice-button.tsx";
import { ChangeRole } from "../watch/change-role.tsx";
import { HostControls } from "./host-controls.tsx";
import { RoomChip } from "./room-chip.tsx";

/** The menu within a match. The match goes on meanwhile, and says so. */
export function Pause() {
  const { actions } = useUi();
  const hud = useStore("hud");
  const alone = useStore("practice").report.value !== undefined;
  const room = hud.room.value;
  const phase = hud.phase.value;
  const runs = (phase === "playing" || phase === "countdown") && hud.secondsToPlay.value === 0;
  return (
    <Dialog
      title={room === undefined ? t(($) => $.common.menu) : arenaName(room.arenaName)}
      onClose={closeDialog}
      class="dialog-small pause"
      testId="pause-dialog"
    >
      <div class="stack">
        {runs && <p class="dim center">{t(($) => $.hud.pause.goesOn)}</p>}
        <Button kind="sun" testId="resume" cue="uiBack" autofocus onClick={closeDialog}>
          {t(($) => $.hud.pause.resume)}
        </Button>
        {alone ? <Practise /> : <OthersHere />}
        <Button icon="pen" testId="dress" onClick={() => openDialog("dress")}>
          {t(($) => $.people.dress.title)}
        </Button>
        {!alone && <ChangeRole />}
        <HostControls />
        {alone && <MuteToggle />}
        <NetGraphToggle />
        {!alone && <ChatFilter />}
        <Button icon="gear" testId="settings" onClick={() => openDialog("settings")}>
          {t(($) => $.common.settings)}
        </Button>
        <Button icon="help" testId="how-to-play" onClick={() => openDialog("help")}>
          {t(($) => $.common.howToPlay)}
        </Button>
        <Button icon="leave" kind="coral" testId="leave" onClick={() => actions.leave()}>
          {phase === "lobby" ? t(($) => $.common.leaveRoom) : t(($) => $.common.leaveMatch)}
        </Button>
      </div>
    </Dialog>
  );
}

/** The room and who is in it. */
function OthersHere() {
  return (
    <>
      <div class="pause-invite">
        <RoomChip />
        <Button
          icon="qr"
          kind="ghost"
          testId="invite"
          label={t(($) => $.invite.large)}
          onClick={() => openDialog("invite")}
        />
        <FullScreenButton />
        <MuteButton />
      </div>
      <div class="pause-pair">
        <Button icon="people" testId="people" onClick={() => openDialog("people")}>
          {t(($) => $.people.title)}
        </Button>
        <VoiceButton />
      </div>
    </>
  );
}

/** What is practised. */
function Practise() {
  return (
    <Button icon="aim" testId="practise" onClick={() => openDialog("practice")}>
      {t(($) => $.practice.options)}
    </Button>
  );
}
