import { signal } from "@preact/signals";
import { t } from "../../words/t.ts";
import { padUsed } from "../device/pad-mode.ts";
import { isSlider, isTextField } from "../focus/act.ts";

/** What A does with the element that has the focus; on a slider, it is left and right that do something. */
const accepts = signal<"select" | "type" | "change">("select");
document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element)) return;
  accepts.value = isTextField(target) ? "type" : isSlider(target) ? "change" : "select";
});

/** What the buttons of a gamepad do here, as long as one is used. Without a way back, B is left out. */
export function PadPrompts({ back, menu }: { back?: string; menu?: string }) {
  if (!padUsed.value) return null;
  const slides = accepts.value === "change";
  return (
    <p class="pad-prompts" data-testid="pad-prompts">
      <Prompt
        sign={slides ? "◂▸" : "A"}
        kind={slides ? "move" : "a"}
        word={t(($) => $.keys.pad[accepts.value])}
      />
      {back !== undefined && <Prompt sign="B" kind="b" word={back} />}
      {menu !== undefined && <Prompt sign={t(($) => $.keys.pad.start)} kind="start" word={menu} />}
    </p>
  );
}

function Prompt({ sign, kind, word }: { sign: string; kind: string; word: string }) {
  return (
    <span class="pad-prompt">
      <kbd class={`pad-sign pad-sign-${kind}`}>{sign}</kbd>
      {word}
    </span>
  );
}
