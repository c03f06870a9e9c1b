import { t } from "../../words/t.ts";
import { useStore } from "../context.ts";

/** Says when the room is about to close because nobody does anything in it. */
export function ClosingNote() {
  const hud = useStore("hud");
  const seconds = hud.closesIn.value;
  if (seconds === 0) return null;
  return (
    <p class="closing-note" role="status" data-testid="closing-note">
      {t(($) => $.hud.closing, { seconds })}
    </p>
  );
}
