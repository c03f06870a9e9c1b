import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { movesFor } from "../../session/motion.ts";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { wobbleColor } from "../format.ts";

/** The own wobble: whiter is calmer, and it jumps when it grows. */
export function Wobble() {
  const { lessMotion } = useUi();
  const own = useStore("own");
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  const wobble = useComputed(() => Math.round(own.status.value.wobble));
  const style = useComputed(() => `color:${wobbleColor(wobble.value)}`);
  useSignalEffect(() => {
    const grown = wobble.value - before.current;
    before.current = wobble.value;
    if (grown > 0 && movesFor(lessMotion.peek()).jumps) bounce(ref.current, Math.min(1, grown / 20));
  });
  return (
    <div ref={ref} class="wobble" style={style}>
      <b data-testid="wobble">{wobble}</b>
      <small>{t(($) => $.units.percentSign)}</small>
      <span class="hidden">{t(($) => $.hud.wobble)}</span>
    </div>
  );
}

/** Jumps and settles, the more the harder the blow was (0..1). */
function bounce(element: HTMLElement | null, force: number): void {
  const size = 1.18 + 0.35 * force;
  element?.animate(
    [
      { transform: "scale(1)" },
      { transform: `scale(${size}) rotate(${-5 - 5 * force}deg)`, offset: 0.2 },
      { transform: `scale(0.94) rotate(${3 * force}deg)`, offset: 0.55 },
      { transform: "scale(1)" },
    ],
    { duration: 420, easing: "ease-out" },
  );
}
