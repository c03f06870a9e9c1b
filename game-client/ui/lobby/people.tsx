import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { closeDialog } from "../hud-state.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Toggle } from "../parts/fields.tsx";
import { Guests } from "./guests.tsx";

/** Everybody in the room, and what one may do about each of them. */
export function People() {
  const { actions } = useUi();
  const { host, locked } = useStore("lobby");
  return (
    <Dialog
      title={t(($) => $.people.title)}
      onClose={closeDialog}
      class="dialog-small"
      testId="people-dialog"
    >
      <div class="stack">
        <Guests />
        {host.value?.self && (
          <Toggle
            label={t(($) => $.people.lock)}
            hint={t(($) => $.people.lockHint)}
            checked={locked.value}
            testId="lock"
            onChange={(next) => actions.give("lock", { locked: next })}
          />
        )}
      </div>
    </Dialog>
  );
}
