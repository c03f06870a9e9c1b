import type { Look } from "#shared/look.ts";
import { COLOR_NAMES, HATS, PATTERNS } from "../../scenes/palette.ts";
import { Avatar } from "../avatar.tsx";
import { useUi } from "../context.ts";
import { Button } from "../parts/button.tsx";

const PARTS = [
  { part: "color", word: "Colour", names: COLOR_NAMES },
  { part: "pattern", word: "Pattern", names: PATTERNS },
  { part: "hat", word: "Hat", names: HATS },
] as const;

/** The own character on its little island, and arrows to change it. */
export function LookChooser() {
  const { store, actions } = useUi();
  const look = store.settings.value.look;
  const turn = (part: keyof Look, total: number, by: number) =>
    actions.changeSettings({ look: { ...look, [part]: (look[part] + by + total) % total } });
  return (
    <section class="chooser" aria-label="Your character">
      <div class="chooser-stage">
        <svg class="chooser-island" viewBox="0 0 200 90" aria-hidden="true">
          <path
            class="island-rock"
            d="M22 36 q 78 26 156 0 q -14 34 -52 40 q -28 18 -54 0 q -40 -8 -50 -40Z"
          />
          <ellipse class="island-grass" cx="100" cy="34" rx="84" ry="22" />
        </svg>
        <Avatar look={look} class="chooser-avatar" />
      </div>
      <div class="chooser-rows">
        {PARTS.map(({ part, word, names }) => (
          <fieldset key={part} class="chooser-row">
            <legend class="hidden">{word}</legend>
            <Button
              icon="left"
              kind="ghost"
              cue="uiMove"
              label={`Previous ${word.toLowerCase()}`}
              testId={`look-${part}-previous`}
              onClick={() => turn(part, names.length, -1)}
            />
            <output class="chooser-value">
              {word}
              <small>{names[look[part]]}</small>
            </output>
            <Button
              icon="right"
              kind="ghost"
              cue="uiMove"
              label={`Next ${word.toLowerCase()}`}
              testId={`look-${part}-next`}
              onClick={() => turn(part, names.length, 1)}
            />
          </fieldset>
        ))}
      </div>
    </section>
  );
}
