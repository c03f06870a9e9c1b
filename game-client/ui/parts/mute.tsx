import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { deviceUsed } from "../device/device.ts";
import { Button } from "./button.tsx";
import { Toggle } from "./fields.tsx";

/** A sign that the sound is off, which brings it back; nothing while it is on. */
export function MuteSign({ class: extra }: { class?: string }) {
  const { actions } = useUi();
  const { muted } = useStore("preferences").settings.value;
  if (!muted) return null;
  return (
    <Button
      icon="mute"
      kind="ghost"
      class={extra ?? ""}
      label={t(($) => $.hud.mute.sign)}
      testId="muted"
      onClick={() => actions.changeSettings({ muted: false })}
    />
  );
}

/** Takes the sound away, or brings it back: a picture of what it is now. */
export function MuteButton() {
  const { actions } = useUi();
  const { muted } = useStore("preferences").settings.value;
  if (useStore("menu").lacks.value.includes("sound")) return null;
  return (
    <Button
      icon={muted ? "mute" : "sound"}
      kind="ghost"
      label={muted ? t(($) => $.hud.mute.sign) : t(($) => $.hud.mute.away)}
      testId="mute"
      onClick={() => actions.changeSettings({ muted: !muted })}
    />
  );
}

/** Takes the sound away, or brings it back; says which key does. */
export function MuteToggle() {
  const { actions } = useUi();
  const { muted, bindings } = useStore("preferences").settings.value;
  const lacks = useStore("menu").lacks.value;
  if (lacks.includes("sound")) return null;
  return (
    <Toggle
      label={t(($) => $.hud.mute.toggle)}
      {...(deviceUsed.value === "keys" && bindings.mute.length > 0 && { hint: t(($) => $.hud.mute.key) })}
      checked={muted}
      testId="settings-muted"
      onChange={(off) => actions.changeSettings({ muted: off })}
    />
  );
}
