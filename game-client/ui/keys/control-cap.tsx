import type { Control } from "../../session/settings.ts";
import { useStore } from "../context.ts";
import { deviceUsed, hand } from "../device/device.ts";
import { codeFor } from "./key-bindings.ts";
import { KeyCap } from "./key-cap.tsx";
import { type PadPart, padKind, padSign } from "./pad-signs.ts";

/**
 * What does something on the device in use, drawn as the thing that one presses. Nothing on a touch screen, where the thing
 * itself is in sight, nor where no key is set.
 */
export function ControlCap({ control }: { control: Extract<Control, PadPart> }) {
  const preferences = useStore("preferences");
  switch (deviceUsed.value) {
    case "touch":
      return null;
    case "pad":
      return <PadCap part={control} />;
    case "keys": {
      const code = codeFor(preferences.settings.value.bindings, control, hand.value);
      return code === undefined ? null : <KeyCap code={code} />;
    }
  }
}

/** A button or a stick of the pad in use. */
export function PadCap({ part }: { part: PadPart }) {
  const isStick = part === "move" || part === "aim";
  return (
    <kbd class={`pad-sign ${isStick ? "pad-sign-stick" : "pad-sign-shoulder"}`}>
      {padSign(part, padKind.value)}
    </kbd>
  );
}
