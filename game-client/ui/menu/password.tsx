import { useSignal } from "@preact/signals";
import { useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";

/** Asks for the password of a room and joins with it. */
export function PasswordPrompt({ code, notice }: { code: string; notice: string | undefined }) {
  const { actions } = useUi();
  const password = useSignal("");
  const cancel = () => actions.toMenu();
  return (
    <Dialog title={`Room ${code}`} onClose={cancel} class="dialog-small" testId="password-dialog">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (password.value !== "") actions.join(code, password.value);
        }}
      >
        {notice !== undefined && <p class="notice notice-inline">{notice}</p>}
        <div class="field">
          <label for="room-password">This room has a password</label>
          <input
            id="room-password"
            class="input"
            type="password"
            autocomplete="off"
            autofocus
            maxLength={32}
            value={password}
            data-testid="password"
            onInput={(event) => {
              password.value = event.currentTarget.value;
            }}
          />
        </div>
        <div class="dialog-foot">
          <Button kind="ghost" cue="uiBack" testId="password-cancel" onClick={cancel}>
            Cancel
          </Button>
          <Button kind="sun" type="submit" testId="password-join" disabled={password.value === ""}>
            Join
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
