import { useSignal } from "@preact/signals";
import { padUsed } from "../device/pad-mode.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { closeDialog } from "../hud-state.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Choice } from "../parts/fields.tsx";
import { type Device, LessonCard } from "./lesson-card.tsx";
import { LESSONS } from "./lessons.ts";

const DEVICES = [
  { value: "keys", text: "Keyboard & mouse" },
  { value: "touch", text: "Touch" },
  { value: "pad", text: "Gamepad" },
] as const;

/** The game on one poster, with the keys that are really set. */
export function HowToPlay() {
  const device = useSignal<Device>(padUsed.peek() ? "pad" : touchUsed.peek() ? "touch" : "keys");
  return (
    <Dialog title="How to play" onClose={closeDialog} class="dialog-poster" testId="help-dialog">
      <div class="lessons-top">
        <p>
          Push the others off the island. Who pushed last gets the point; most points when time is up wins.
        </p>
        <Choice
          label="Play with"
          value={device.value}
          options={DEVICES}
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
      <p class="lessons-rule">
        Even on a slow connection you hit what you see, and a brace or dash that is in time on your screen
        counts. The bots of quick play are easy until your first win, and normal from your third in ten
        matches.
      </p>
    </Dialog>
  );
}
