import { useSignal } from "@preact/signals";
import { CONTROLS, type Control, DEFAULT_SETTINGS } from "../../session/settings.ts";
import { useUi } from "../context.ts";
import { CONTROL_NAMES, ownerOf, rebind, SLOTS } from "../keys/key-bindings.ts";
import { KeyCap } from "../keys/key-cap.tsx";
import { Button } from "../parts/button.tsx";
import { captureKey } from "./capture-key.ts";

/** Which key does what. A click on a key waits for the one that shall take its place. */
export function KeySettings() {
  const { store, actions, sound } = useUi();
  const waiting = useSignal<{ control: Control; slot: number } | undefined>(undefined);
  const said = useSignal("");
  const bindings = store.settings.value.bindings;

  const ask = async (control: Control, slot: number) => {
    waiting.value = { control, slot };
    said.value = "Press a key or a mouse button. Escape, or B on a gamepad, leaves it as it is.";
    const code = await captureKey();
    waiting.value = undefined;
    said.value = "";
    if (code === undefined) return sound.play("uiBack");
    const before = store.settings.peek().bindings;
    const owner = ownerOf(before, code);
    actions.changeSettings({ bindings: rebind(before, control, slot, code) });
    sound.play("uiMove");
    if (owner && owner !== control)
      said.value = `Taken from “${CONTROL_NAMES[owner]}”: a key does one thing.`;
  };

  return (
    <section class="keys">
      <header class="keys-head">
        <h3>Keys</h3>
        <Button
          kind="ghost"
          icon="again"
          testId="keys-reset"
          onClick={() => {
            said.value = "";
            actions.changeSettings({ bindings: structuredClone(DEFAULT_SETTINGS.bindings) });
          }}
        >
          Reset keys
        </Button>
      </header>
      <p class="keys-said" role="status">
        {said.value || "Click a key to change it."}
      </p>
      <dl class="keys-list">
        {CONTROLS.map((control) => (
          <div key={control} class={`keys-row ${bindings[control].length === 0 ? "keys-none" : ""}`}>
            <dt>{CONTROL_NAMES[control]}</dt>
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
      aria-label={`${CONTROL_NAMES[control]}, key ${slot + 1}`}
      data-testid={`key-${control}-${slot}`}
      onClick={onAsk}
    >
      {waiting ? "Press…" : code === undefined ? <span class="dim">add</span> : <KeyCap code={code} />}
    </button>
  );
}
