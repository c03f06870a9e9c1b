import type { Look } from "#shared/look.ts";
import { COLOR_NAMES, HATS, PATTERNS } from "../../scenes/palette.ts";
import { t } from "../../words/t.ts";
import { Avatar } from "../avatar.tsx";
import { Button } from "../parts/button.tsx";

const PARTS = [
  { part: "color", total: COLOR_NAMES.length },
  { part: "pattern", total: PATTERNS.length },
  { part: "hat", total: HATS.length },
] as const;

/** What a part of a look is called. */
function nameOf(part: keyof Look, look: Look): string {
  const { colors, patterns, hats } = {
    colors: COLOR_NAMES[look.color],
    patterns: PATTERNS[look.pattern],
    hats: HATS[look.hat],
  };
  if (part === "color") return colors === undefined ? "" : t(($) => $.names.colors[colors]);
  if (part === "pattern") return patterns === undefined ? "" : t(($) => $.names.patterns[patterns]);
  return hats === undefined ? "" : t(($) => $.names.hats[hats]);
}

interface LookChooserProps {
  /** What is chosen. */
  look: Look;
  /** What the character wears, where that may be something else; the chosen look without. */
  worn?: Look;
  onChange: (look: Look) => void;
}

/** The own character on its little island, and arrows to change it. */
export function LookChooser({ look, worn = look, onChange }: LookChooserProps) {
  const turn = (part: keyof Look, total: number, by: number) =>
    onChange({ ...look, [part]: (look[part] + by + total) % total });
  return (
    <section class="chooser" aria-label={t(($) => $.common.yourCharacter)}>
      <div class="chooser-stage">
        <svg class="chooser-island" viewBox="0 0 200 90" aria-hidden="true">
          <path
            class="island-rock"
            d="M22 36 q 78 26 156 0 q -14 34 -52 40 q -28 18 -54 0 q -40 -8 -50 -40Z"
          />
          <ellipse class="island-grass" cx="100" cy="34" rx="84" ry="22" />
        </svg>
        <Avatar look={worn} class="chooser-avatar" />
      </div>
      <div class="chooser-rows">
        {PARTS.map(({ part, total }) => (
          <fieldset key={part} class="chooser-row">
            <legend class="hidden">{t(($) => $.menu.look[part].word)}</legend>
            <Button
              icon="left"
              kind="ghost"
              cue="uiMove"
              label={t(($) => $.menu.look[part].previous)}
              testId={`look-${part}-previous`}
              onClick={() => turn(part, total, -1)}
            />
            <output class="chooser-value">
              {t(($) => $.menu.look[part].word)}
              <small>{nameOf(part, look)}</small>
            </output>
            <Button
              icon="right"
              kind="ghost"
              cue="uiMove"
              label={t(($) => $.menu.look[part].next)}
              testId={`look-${part}-next`}
              onClick={() => turn(part, total, 1)}
            />
          </fieldset>
        ))}
      </div>
    </section>
  );
}
