import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { modeLine, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";

/** How long GO! stays (ms). */
const GO_MS = 900;

/** 3, 2, 1, GO! high in the picture, where it hides nobody. */
export function BigCountdown() {
  const hud = useStore("hud");
  const going = useSignal(false);
  const before = useRef(hud.phase.value);
  useSignalEffect(() => {
    const phase = hud.phase.value;
    const starts = before.current === "countdown" && phase === "playing";
    before.current = phase;
    if (!starts) return;
    going.value = true;
    const timer = setTimeout(() => {
      going.value = false;
    }, GO_MS);
    return () => clearTimeout(timer);
  });
  const text = useComputed(() => {
    if (going.value) return t(($) => $.hud.go);
    const { phase, secondsLeft } = hud;
    if (phase.value === "countdown")
      return secondsLeft.value > 3 ? t(($) => $.hud.getReady) : String(secondsLeft.value || "");
    return phase.value === "playing" && secondsLeft.value === 10 ? t(($) => $.hud.finalTen) : "";
  });
  if (text.value === "") return null;
  const words = text.value.length > 3;
  return (
    <div class="big-countdown" aria-live="assertive" data-testid="countdown">
      <span key={text.value} class={going.value ? "big-go" : words ? "big-words" : "big-number"}>
        {text.value}
      </span>
      {hud.phase.value === "countdown" && <Rule />}
    </div>
  );
}

/** What the match that is about to begin is about. */
function Rule() {
  const mode = useStore("hud").room.value?.mode ?? "";
  const line = modeLine(mode);
  if (line === "") return null;
  return (
    <p class="big-rule" data-testid="countdown-rule">
      <strong>{modeName(mode)}</strong>
      {line}
    </p>
  );
}
