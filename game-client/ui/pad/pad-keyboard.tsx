import { useSignal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { typingInto } from "../focus/act.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";

const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm._!"];

/** Letters on the screen, for who has a gamepad in their hands. Each goes straight into the field. */
export function PadKeyboard({ field }: { field: HTMLInputElement }) {
  const text = useSignal(field.value);
  const upper = useSignal(field.value === "");
  const done = () => {
    typingInto.value = undefined;
  };
  const put = (value: string) => {
    if (field.maxLength >= 0 && value.length > field.maxLength) return;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // The field may tidy up what is put into it, or take no more.
    text.value = field.value;
  };
  const type = (sign: string) => {
    put(field.value + (upper.value ? sign.toUpperCase() : sign));
    upper.value = false;
  };
  return (
    <Dialog
      title={field.labels?.[0]?.textContent ?? t(($) => $.keys.keyboard.title)}
      onClose={done}
      class="dialog-small"
      testId="pad-keyboard"
    >
      <output class="input pad-text" data-testid="pad-text">
        {field.type === "password" ? "•".repeat(text.value.length) : text.value}
      </output>
      <div class="pad-keys">
        {[...ROWS.join("")].map((sign) => (
          <button key={sign} type="button" class="pad-key" data-cue="uiMove" onClick={() => type(sign)}>
            {upper.value ? sign.toUpperCase() : sign}
          </button>
        ))}
      </div>
      <div class="pad-more">
        <Button
          label={upper.value ? t(($) => $.keys.keyboard.small) : t(($) => $.keys.keyboard.capital)}
          onClick={() => {
            upper.value = !upper.value;
          }}
        >
          {upper.value ? t(($) => $.keys.keyboard.smallSign) : t(($) => $.keys.keyboard.capitalSign)}
        </Button>
        <Button cue="uiMove" onClick={() => type(" ")}>
          {t(($) => $.keys.keyboard.space)}
        </Button>
        <Button
          icon="left"
          label={t(($) => $.keys.keyboard.deleteLast)}
          onClick={() => put(field.value.slice(0, -1))}
        />
        <Button kind="sun" cue="uiBack" testId="pad-keyboard-done" onClick={done}>
          {t(($) => $.common.done)}
        </Button>
      </div>
    </Dialog>
  );
}
