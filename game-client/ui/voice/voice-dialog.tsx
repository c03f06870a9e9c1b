import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { deviceUsed } from "../device/device.ts";
import { closeDialog } from "../hud-state.ts";
import { keyLabel } from "../keys/key-bindings.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Toggle } from "../parts/fields.tsx";
import { Marked } from "../parts/marked.tsx";

/** Says what voice reveals, turns it on, and then how it works; why it cannot be had, and the way out. */
export function VoiceDialog() {
  const { voice } = useUi();
  const { state } = useStore("voice");
  const watches = useStore("watching").isOn.value;
  const isOn = state.value === "on";
  return (
    <Dialog
      title={t(($) => $.voice.title)}
      onClose={closeDialog}
      class="dialog-small"
      testId="voice-dialog"
      footer={
        <>
          {isOn && (
            <Button kind="coral" icon="micOff" testId="voice-off" onClick={() => voice.turnOff()}>
              {t(($) => $.voice.turnOff)}
            </Button>
          )}
          {!isOn && !watches && (
            <Button
              kind="sun"
              icon="mic"
              testId="voice-on"
              disabled={state.value === "starting"}
              onClick={() => voice.turnOn()}
            >
              {t(($) => $.voice.turnOn)}
            </Button>
          )}
          <Button cue="uiBack" testId="voice-done" onClick={closeDialog}>
            {t(($) => $.common.done)}
          </Button>
        </>
      }
    >
      <div class="stack">
        {isOn ? <HowItIs /> : <BeforeIt watches={watches} />}
        <Choices />
      </div>
    </Dialog>
  );
}

function BeforeIt({ watches }: { watches: boolean }) {
  const { state, trouble } = useStore("voice");
  const why = trouble.value;
  return (
    <>
      <p class="dim">{t(($) => $.voice.about)}</p>
      <p data-testid="voice-reveals">
        <Marked text={t(($) => $.voice.reveals)} parts={{ b: (what) => <b>{what}</b> }} />
      </p>
      <p role="status" class="voice-trouble" data-testid="voice-trouble" data-why={why}>
        {state.value === "starting"
          ? t(($) => $.voice.starting)
          : watches
            ? t(($) => $.voice.watching)
            : why !== undefined && t(($) => $.voice.trouble[why])}
      </p>
    </>
  );
}

function HowItIs() {
  const { level, others, connected, isMuted } = useStore("voice");
  const { muted } = useStore("preferences").settings.value;
  const count = others.value;
  return (
    <>
      <div class="field">
        <span id="voice-level">{t(($) => $.voice.level)}</span>
        <meter aria-labelledby="voice-level" class="voice-level" min={0} max={1} value={level.value} />
      </div>
      <p data-testid="voice-with">
        {count === 0
          ? t(($) => $.voice.nobody)
          : t(($) => $.voice.with, { count, connected: connected.value })}
      </p>
      {isMuted.value && <p data-testid="voice-muted">{t(($) => $.voice.muted)}</p>}
      {muted && <p>{t(($) => $.voice.soundOff)}</p>}
    </>
  );
}

function Choices() {
  const { actions } = useUi();
  const { voiceOpen, voiceTeam, voiceRelay, bindings } = useStore("preferences").settings.value;
  const [code] = bindings.talk;
  const modes = ["push", "open"] as const;
  return (
    <>
      <Choice
        label={t(($) => $.voice.mode)}
        value={voiceOpen ? "open" : "push"}
        options={modes.map((value) => ({ value, text: t(($) => $.voice.modes[value]) }))}
        testId="voice-mode"
        onChange={(mode) => actions.changeSettings({ voiceOpen: mode === "open" })}
      />
      {!voiceOpen && code !== undefined && deviceUsed.value === "keys" && (
        <p class="dim">{t(($) => $.voice.hold, { key: keyLabel(code) })}</p>
      )}
      <Toggle
        label={t(($) => $.voice.team)}
        hint={t(($) => $.voice.teamHint)}
        checked={voiceTeam}
        testId="voice-team"
        onChange={(on) => actions.changeSettings({ voiceTeam: on })}
      />
      <Toggle
        label={t(($) => $.voice.relay)}
        hint={t(($) => $.voice.relayHint)}
        checked={voiceRelay}
        testId="voice-relay"
        onChange={(on) => actions.changeSettings({ voiceRelay: on })}
      />
    </>
  );
}
