import { useSignal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { padUsed } from "../device/pad-mode.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { closeDialog } from "../hud-state.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Choice } from "../parts/fields.tsx";
import { type Device, LessonCard } from "./lesson-card.tsx";
import { LESSONS } from "./lessons.ts";

const DEVICES = ["keys", "touch", "pad"] as const;

/** The game on one poster, with the keys that are really set. */
export function HowToPlay() {
  const device = useSignal<Device>(padUsed.peek() ? "pad" : touchUsed.peek() ? "touch" : "keys");
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
      <p class="lessons-rule">{t(($) => $.help.rule)}</p>
    </Dialog>
  );
}
