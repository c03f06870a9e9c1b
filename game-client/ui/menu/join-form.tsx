import { useSignal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { useUi } from "../context.ts";
import { CODE_LENGTH, roomCode } from "../format.ts";
import { Button } from "../parts/button.tsx";

/** A field for the code of a friend's room. A whole link may be pasted into it as well. */
export function JoinForm() {
  const { actions } = useUi();
  const code = useSignal("");
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.value.length === CODE_LENGTH) actions.join(code.value);
      }}
    >
      <label class="hidden" for="join-code">
        {t(($) => $.menu.code.label, { length: CODE_LENGTH })}
      </label>
      <input
        id="join-code"
        class="input input-code"
        type="text"
        inputMode="text"
        autocapitalize="characters"
        autocomplete="off"
        autocorrect="off"
        spellcheck={false}
        placeholder={t(($) => $.menu.code.placeholder)}
        value={code}
        data-testid="join-code"
        onInput={(event) => {
          code.value = roomCode(event.currentTarget.value);
          event.currentTarget.value = code.value;
        }}
      />
      <Button type="submit" testId="join" disabled={code.value.length !== CODE_LENGTH}>
        {t(($) => $.common.join)}
      </Button>
    </form>
  );
}
