import { useSignal, useSignalEffect } from "@preact/signals";
import type { Said } from "../../session/stores/course.ts";
import { useStore } from "../context.ts";

/** How long it stays (ms). */
const STAYS_MS = 2400;

/** What the match calls out, in big letters for a moment. */
export function Call() {
  const { said } = useStore("course");
  const shown = useSignal<Said | undefined>(undefined);
  // What was called out before this is there is none of it.
  const before = useSignal(said.peek()?.key);
  useSignalEffect(() => {
    const next = said.value;
    if (next === undefined || next.key === before.peek()) return;
    before.value = next.key;
    shown.value = next;
    const timer = setTimeout(() => {
      if (shown.peek() === next) shown.value = undefined;
    }, STAYS_MS);
    return () => clearTimeout(timer);
  });
  const { value } = shown;
  return (
    <div class="call" role="status" aria-live="polite" data-testid="call">
      {value && (
        <span key={value.key} class={`call-${value.tone}`}>
          {value.text()}
        </span>
      )}
    </div>
  );
}
