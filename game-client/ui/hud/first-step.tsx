import type { FirstStep } from "../../session/first-steps.ts";
import type { Control } from "../../session/settings.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { deviceUsed } from "../device/device.ts";
import { topDialog } from "../hud-state.ts";
import { ControlCap, PadCap } from "../keys/control-cap.tsx";
import { KeyCap } from "../keys/key-cap.tsx";
import { Icon } from "../parts/icon.tsx";

/** The keys of the four directions, in the order in which they are read. */
const WAYS: readonly Control[] = ["up", "left", "down", "right"];

/**
 * What a newcomer is to try next: one thing at a time, in words for the device in use, until it was done. The place itself
 * is always there, so that screen readers hear what comes into it.
 */
export function FirstStepPrompt() {
  const shown = useStore("guide").shown.value;
  const isShown = shown !== undefined && topDialog.value === undefined;
  return (
    <div class="first-step-place" role="status" data-testid="first-step">
      {isShown && (
        <p
          key={shown.step}
          class={`first-step ${shown.done ? "first-step-done" : ""}`}
          data-step={shown.step}
          data-done={shown.done}
        >
          {shown.done ? <Icon name="check" /> : <Caps step={shown.step} />}
          <span>
            {shown.done
              ? t(($) => $.hud.firstSteps.done[shown.step])
              : t(($) => $.hud.firstSteps[shown.step][deviceUsed.value])}
          </span>
        </p>
      )}
    </div>
  );
}

function Caps({ step }: { step: FirstStep }) {
  const { bindings } = useStore("preferences").settings.value;
  if (step !== "move") return <ControlCap control={step} />;
  if (deviceUsed.value === "touch") return null;
  if (deviceUsed.value === "pad") return <PadCap part="move" />;
  const codes = WAYS.flatMap((way) => bindings[way].slice(0, 1));
  return (
    <span class="first-step-keys">
      {codes.map((code) => (
        <KeyCap key={code} code={code} />
      ))}
    </span>
  );
}
