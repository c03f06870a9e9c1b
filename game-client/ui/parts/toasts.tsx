import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";

/** What the room says to this player, each for some seconds: the style sheet lets it fade. */
export function Toasts() {
  const notices = useStore("notices");
  return (
    <ul class="toasts" aria-live="polite" aria-label={t(($) => $.hud.notices)} data-testid="toasts">
      {notices.items.value.map(({ key, text, isRefusal }) => (
        <li key={key} class={`toast ${isRefusal ? "toast-refusal" : ""}`} data-testid="toast">
          {text()}
        </li>
      ))}
    </ul>
  );
}
