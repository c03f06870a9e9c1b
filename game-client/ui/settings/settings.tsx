import { LACK_WORDS } from "../../session/words.ts";
import { useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { NetworkSettings } from "../network/network-settings.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider, Toggle } from "../parts/fields.tsx";
import { canFullScreen, fullScreen, toggleFullScreen } from "../parts/full-screen.tsx";
import { ConnectionSetting } from "./connection-setting.tsx";
import { KeySettings } from "./key-settings.tsx";

const EFFECTS = [
  { value: "full", text: "Full" },
  { value: "medium", text: "Medium" },
  { value: "low", text: "Low" },
] as const;

const MOTION = [
  { value: "system", text: "As the system" },
  { value: "full", text: "Full" },
  { value: "reduced", text: "Reduced" },
] as const;

const COLORS = [
  { value: "vivid", text: "Vivid" },
  { value: "safe", text: "Colour-blind safe" },
] as const;

/** All that one can choose for good. Everything takes effect, and is kept, at once. */
export function SettingsDialog() {
  const { store, actions, lessMotion } = useUi();
  const settings = store.settings.value;
  const lacks = store.lacks.value;
  const share = (name: "sound" | "music" | "shake", label: string) => (
    <Slider
      label={label}
      min={0}
      max={1}
      step={0.05}
      value={settings[name]}
      text={settings[name] === 0 ? "off" : `${Math.round(settings[name] * 100)} %`}
      testId={`settings-${name}`}
      onInput={(value) => actions.changeSettings({ [name]: value })}
    />
  );
  return (
    <Dialog
      title="Settings"
      onClose={closeDialog}
      class="dialog-wide"
      testId="settings-dialog"
      footer={
        <Button kind="sun" cue="uiBack" testId="settings-done" onClick={closeDialog}>
          Done
        </Button>
      }
    >
      <div class="columns">
        <section class="stack">
          <h3>Sound and screen</h3>
          {!lacks.includes("sound") && share("sound", "Effects")}
          {!lacks.includes("sound") && share("music", "Music")}
          <Toggle
            label="Names above characters"
            checked={settings.names}
            testId="settings-names"
            onChange={(names) => actions.changeSettings({ names })}
          />
          {canFullScreen && (
            <Toggle
              label="Full screen"
              checked={fullScreen.value}
              testId="settings-full-screen"
              onChange={() => void toggleFullScreen()}
            />
          )}
        </section>
        <section class="stack">
          <h3>Picture</h3>
          <Choice
            label="Motion"
            value={settings.motion}
            options={MOTION}
            testId="settings-motion"
            onChange={(motion) => actions.changeSettings({ motion })}
          />
          {lessMotion.value ? (
            <p class="field-hint" data-testid="motion-hint">
              {settings.motion === "system" && "Your system asks for less motion. "}
              The camera does not shake, the page stands still, and effects are medium at most.
            </p>
          ) : (
            share("shake", "Camera shake")
          )}
          <Choice
            label="Visual effects"
            value={settings.effects}
            options={EFFECTS}
            testId="settings-effects"
            onChange={(effects) => actions.changeSettings({ effects })}
          />
          <Choice
            label="Colours"
            value={settings.colors}
            options={COLORS}
            testId="settings-colors"
            onChange={(colors) => actions.changeSettings({ colors })}
          />
        </section>
      </div>
      {lacks.length > 0 && (
        <ul class="field-hint lacks" data-testid="lacks">
          {lacks.map((lack) => (
            <li key={lack}>{LACK_WORDS[lack]}</li>
          ))}
        </ul>
      )}
      <ConnectionSetting />
      <NetworkSettings />
      <KeySettings />
    </Dialog>
  );
}
