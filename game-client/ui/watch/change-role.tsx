import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialogs } from "../hud-state.ts";
import { Button } from "../parts/button.tsx";
import { SeatButton, SeatWords } from "./seat-way.tsx";

/** In the menu of a room: whoever plays may watch, and whoever watches may play. */
export function ChangeRole() {
  const { role } = useStore("watching");
  return role.value === "spectator" ? (
    <div class="change-role">
      <SeatWords />
      <SeatButton kind="sky" onTake={closeDialogs} />
    </div>
  ) : (
    <Watch />
  );
}

/** Gives the seat up; in the middle of a match only when that is said twice, for the score is lost. */
function Watch() {
  const { actions } = useUi();
  const phase = useStore("hud").phase.value;
  const asked = useSignal(false);
  const watch = (): void => {
    actions.give("watch");
    closeDialogs();
  };
  if (!asked.value) {
    return (
      <Button
        icon="eye"
        testId="watch"
        onClick={() => {
          if (phase !== "playing") watch();
          else asked.value = true;
        }}
      >
        {t(($) => $.watching.watch)}
      </Button>
    );
  }
  return <Question onYes={watch} />;
}

function Question({ onYes }: { onYes: () => void }) {
  const ref = useRef<HTMLFieldSetElement>(null);
  // The button that asked is gone, and the focus with it.
  useEffect(() => ref.current?.querySelector("button")?.focus({ preventScroll: true }), []);
  return (
    <fieldset ref={ref} class="change-role" data-testid="watch-question">
      <legend>{t(($) => $.watching.stop.title)}</legend>
      <p>{t(($) => $.watching.stop.text)}</p>
      <Button icon="eye" kind="coral" testId="watch-yes" onClick={onYes}>
        {t(($) => $.watching.stop.yes)}
      </Button>
    </fieldset>
  );
}
