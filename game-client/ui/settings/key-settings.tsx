import { useSignal } from "@preact/signals";
import { CONTROLS, type Control, DEFAULT_SETTINGS } from "../../session/settings.ts";
import { type Text, t } from "../../words/t.ts";
import { useStore, useUi } from "../context.ts";
import { controlName, ownerOf, rebind, SLOTS } from "../keys/key-bindings.ts";
import { KeyCap } from "../keys/key-cap.tsx";
import { Button } from "../parts/button.tsx";
import { captureKey } from "./capture-key.ts";

/** Which key does what. A click on a key waits for the one that shall take its place. */
export function KeySettings() {
  const { actions, sound } = useUi();
  const preferences = useStore("preferences");
  const waiting = useSignal<{ control: Control; slot: number } | undefined>(undefined);
  const said = useSignal<Text | undefined>(undefined);
  const bindings = preferences.settings.value.bindings;

  const ask = async (control: Control, slot: number) => {
    waiting.value = { control, slot };
    said.value = () => t(($) => $.keys.ask);
    const code = await captureKey();
    waiting.value = undefined;
    said.value = undefined;
    if (code === undefined) return sound.play("uiBack");
    const before = preferences.settings.peek().bindings;
    const owner = ownerOf(before, code);
    actions.changeSettings({ bindings: rebind(before, control, slot, code) });
    sound.play("uiMove");
    if (owner && owner !== control)
      said.value = () => t(($) => $.keys.taken, { control: controlName(owner) });
  };

  return (
    <section class="keys">
      <header class="keys-head">
        <h3>{t(($) => $.keys.title)}</h3>
        <Button
          kind="ghost"
          icon="again"
          testId="keys-reset"
          onClick={() => {
            said.value = undefined;
            actions.changeSettings({ bindings: structuredClone(DEFAULT_SETTINGS.bindings) });
          }}
        >
          {t(($) => $.keys.reset)}
        </Button>
      </header>
      <p class="keys-said" role="status">
        {said.value?.() ?? t(($) => $.keys.hint)}
      </p>
      <dl class="keys-list">
        {CONTROLS.map((control) => (
          <div key={control} class={`keys-row ${bindings[control].length === 0 ? "keys-none" : ""}`}>
            <dt>{controlName(control)}</dt>
            <dd>
              {Array.from({ length: SLOTS }, (_, slot) => (
                <KeySlot
                  key={`${slot}`}
                  control={control}
                  slot={slot}
                  code={bindings[control][slot]}
                  waiting={waiting.value?.control === control && waiting.value.slot === slot}
                  onAsk={() => void ask(control, slot)}
                />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface KeySlotProps {
  control: Control;
  slot: number;
  code: string | undefined;
  waiting: boolean;
  onAsk: () => void;
}

function KeySlot({ control, slot, code, waiting, onAsk }: KeySlotProps) {
  return (
    <button
      type="button"
      class={`key-slot ${waiting ? "key-slot-waiting" : ""}`}
      aria-label={t(($) => $.keys.slot, { control: controlName(control), number: slot + 1 })}
      data-testid={`key-${control}-${slot}`}
      onClick={onAsk}
    >
      {waiting ? (
        t(($) => $.keys.waiting)
      ) : code === undefined ? (
        <span class="dim">{t(($) => $.keys.add)}</span>
      ) : (
        <KeyCap code={code} />
      )}
    </button>
  );
}
