import { useSignal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { DEVICES, type Device, deviceUsed } from "../device/device.ts";
import { closeDialog } from "../hud-state.ts";
import { KeyCap } from "../keys/key-cap.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Choice } from "../parts/fields.tsx";
import { LessonCard } from "./lesson-card.tsx";
import { LESSONS } from "./lessons.ts";
import { ModeRules } from "./mode-rules.tsx";
import { PickupLessons } from "./pickup-lessons.tsx";

/** The game on one poster, with the keys that are really set. */
export function HowToPlay() {
  const device = useSignal<Device>(deviceUsed.peek());
  const { mute } = useStore("preferences").settings.value.bindings;
  return (
    <Dialog
      title={t(($) => $.common.howToPlay)}
      onClose={closeDialog}
      class="dialog-poster"
      testId="help-dialog"
    >
      <div class="lessons-top">
        <p>{t(($) => $.help.goal)}</p>
        <Choice
          label={t(($) => $.help.playWith)}
          value={device.value}
          options={DEVICES.map((value) => ({ value, text: t(($) => $.help.devices[value]) }))}
          testId="help-device"
          onChange={(value) => {
            device.value = value;
          }}
        />
      </div>
      <ul class="lessons">
        {LESSONS.map((lesson) => (
          <LessonCard key={lesson.id} lesson={lesson} device={device.value} />
        ))}
      </ul>
      <ModeRules />
      <PickupLessons />
      <p class="lessons-rule">{t(($) => $.help.rule)}</p>
      <p class="lessons-rule lessons-sound">
        {device.value === "keys" ? (
          <>
            {mute.map((code) => (
              <KeyCap key={code} code={code} />
            ))}
            {mute.length === 0 ? t(($) => $.help.soundInMenu) : t(($) => $.help.sound)}
          </>
        ) : (
          t(($) => $.help.soundInMenu)
        )}
      </p>
    </Dialog>
  );
}
