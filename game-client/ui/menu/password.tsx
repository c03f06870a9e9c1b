import { signal, useSignal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";

/** The room that a password was given for: being asked again means that it was wrong. */
const tried = signal<string | undefined>(undefined);

/** Asks for the password of a room and joins with it. */
export function PasswordPrompt({ code }: { code: string }) {
  const { actions } = useUi();
  const menu = useStore("menu");
  const password = useSignal("");
  const cancel = () => {
    tried.value = undefined;
    menu.passwordFor.value = undefined;
    actions.toMenu();
  };
  return (
    <Dialog
      title={t(($) => $.menu.password.title, { code })}
      onClose={cancel}
      class="dialog-small"
      testId="password-dialog"
    >
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (password.value === "") return;
          tried.value = code;
          actions.join(code, password.value, menu.passwordToWatch.peek());
        }}
      >
        {tried.value === code && (
          <p class="notice" role="alert" data-testid="password-wrong">
            <Icon name="lock" />
            {t(($) => $.menu.password.wrong)}
          </p>
        )}
        <div class="field">
          <label for="room-password">{t(($) => $.menu.password.label)}</label>
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
            {t(($) => $.common.cancel)}
          </Button>
          <Button kind="sun" type="submit" testId="password-join" disabled={password.value === ""}>
            {t(($) => $.common.join)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
