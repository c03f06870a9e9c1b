import { MOTIONS } from "../../session/motion.ts";
import { CHAT_CHOICES } from "../../session/settings.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { NetworkSettings } from "../network/network-settings.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice, Slider, Toggle } from "../parts/fields.tsx";
import { canFullScreen, fullScreen, toggleFullScreen } from "../parts/full-screen.tsx";
import { MuteToggle } from "../parts/mute.tsx";
import { ConnectionSetting } from "./connection-setting.tsx";
import { FirstStepsSetting } from "./first-steps-setting.tsx";
import { KeySettings } from "./key-settings.tsx";

const EFFECTS = ["full", "medium", "low"] as const;
const COLORS = ["vivid", "safe"] as const;

/** All that one can choose for good. Everything takes effect, and is kept, at once. */
export function SettingsDialog() {
  const { actions, lessMotion } = useUi();
  const preferences = useStore("preferences");
  const menu = useStore("menu");
  const settings = preferences.settings.value;
  const lacks = menu.lacks.value;
  const share = (name: "sound" | "music" | "shake", label: string) => (
    <Slider
      label={label}
      min={0}
      max={1}
      step={0.05}
      value={settings[name]}
      text={
        settings[name] === 0
          ? t(($) => $.common.off)
          : t(($) => $.units.percent, { value: Math.round(settings[name] * 100) })
      }
      testId={`settings-${name}`}
      onInput={(value) => actions.changeSettings({ [name]: value })}
    />
  );
  return (
    <Dialog
      title={t(($) => $.common.settings)}
      onClose={closeDialog}
      class="dialog-wide"
      testId="settings-dialog"
      footer={
        <Button kind="sun" cue="uiBack" testId="settings-done" onClick={closeDialog}>
          {t(($) => $.common.done)}
        </Button>
      }
    >
      <div class="columns">
        <section class="stack">
          <h3>{t(($) => $.settings.soundAndScreen)}</h3>
          {!lacks.includes("sound") &&
            share(
              "sound",
              t(($) => $.settings.sound),
            )}
          {!lacks.includes("sound") &&
            share(
              "music",
              t(($) => $.settings.music),
            )}
          <MuteToggle />
          <Toggle
            label={t(($) => $.settings.names)}
            checked={settings.names}
            testId="settings-names"
            onChange={(names) => actions.changeSettings({ names })}
          />
          <Choice
            label={t(($) => $.settings.chat)}
            value={settings.chat}
            options={CHAT_CHOICES.map((value) => ({ value, text: t(($) => $.settings.chatChoices[value]) }))}
            testId="settings-chat"
            onChange={(chat) => actions.changeSettings({ chat })}
          />
          {canFullScreen && (
            <Toggle
              label={t(($) => $.common.fullScreen)}
              checked={fullScreen.value}
              testId="settings-full-screen"
              onChange={() => void toggleFullScreen()}
            />
          )}
          <FirstStepsSetting />
        </section>
        <section class="stack">
          <h3>{t(($) => $.settings.picture)}</h3>
          <Choice
            label={t(($) => $.settings.motion)}
            value={settings.motion}
            options={MOTIONS.map((value) => ({ value, text: t(($) => $.settings.motions[value]) }))}
            testId="settings-motion"
            onChange={(motion) => actions.changeSettings({ motion })}
          />
          {lessMotion.value ? (
            <p class="field-hint" data-testid="motion-hint">
              {settings.motion === "system"
                ? t(($) => $.settings.lessMotionAsked)
                : t(($) => $.settings.lessMotion)}
            </p>
          ) : (
            share(
              "shake",
              t(($) => $.settings.shake),
            )
          )}
          <Choice
            label={t(($) => $.settings.effects)}
            value={settings.effects}
            options={EFFECTS.map((value) => ({ value, text: t(($) => $.settings.effectLevels[value]) }))}
            testId="settings-effects"
            onChange={(effects) => actions.changeSettings({ effects })}
          />
          <Choice
            label={t(($) => $.settings.colors)}
            value={settings.colors}
            options={COLORS.map((value) => ({ value, text: t(($) => $.settings.palettes[value]) }))}
            testId="settings-colors"
            onChange={(colors) => actions.changeSettings({ colors })}
          />
        </section>
      </div>
      {lacks.length > 0 && (
        <ul class="field-hint lacks" data-testid="lacks">
          {lacks.map((lack) => (
            <li key={lack}>{t(($) => $.settings.lacks[lack])}</li>
          ))}
        </ul>
      )}
      <ConnectionSetting />
      <NetworkSettings />
      <KeySettings />
    </Dialog>
  );
}
