import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";

/** What the room says to this player, each for some seconds: the style sheet lets it fade. */
export function Toasts() {
  const items = useStore("notices").items.value;
  const ref = useRef<HTMLUListElement>(null);
  // What is shown last lies over a dialogue as well.
  useLayoutEffect(() => {
    if (items.length === 0 || ref.current?.showPopover === undefined) return;
    ref.current.hidePopover();
    ref.current.showPopover();
  }, [items]);
  return (
    <ul
      ref={ref}
      popover="manual"
      class="toasts"
      aria-live="polite"
      aria-label={t(($) => $.hud.notices)}
      data-testid="toasts"
    >
      {items.map(({ key, text, isRefusal }) => (
        <li key={key} class={`toast ${isRefusal ? "toast-refusal" : ""}`} data-testid="toast">
          {text()}
        </li>
      ))}
    </ul>
  );
}
