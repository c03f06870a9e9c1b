import { useComputed } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";
import { clock } from "../format.ts";

/** From here on every second counts, and shows it. */
const FINAL_SECONDS = 10;

/** Time left in the match. Digits have boxes of their own, so that it does not wriggle. */
export function Timer() {
  const hud = useStore("hud");
  const final = useComputed(() => hud.phase.value === "playing" && hud.secondsLeft.value <= FINAL_SECONDS);
  const text = useComputed(() =>
    hud.phase.value === "countdown" ? t(($) => $.hud.ready) : clock(hud.secondsLeft.value),
  );
  return (
    <div class={`timer ${final.value ? "timer-final" : ""}`}>
      {final.value && <span class="timer-word">{t(($) => $.hud.final)}</span>}
      <span
        class="timer-digits"
        role="timer"
        aria-label={t(($) => $.hud.timeLeft, { time: text.value })}
        data-testid="timer"
      >
        {text.value.length > 4 ? text.value : [...text.value].map((sign, at) => <i key={`${at}`}>{sign}</i>)}
      </span>
    </div>
  );
}
