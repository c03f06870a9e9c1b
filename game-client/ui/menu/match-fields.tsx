import type { Mode } from "#shared/simulation/modes/mode.ts";
import type { CreateChoice } from "../../session/actions.ts";
import { modeLine, modeName } from "../../words/names.ts";
import { t } from "../../words/t.ts";
import { Choice, Slider } from "../parts/fields.tsx";

interface FieldProps<Value> {
  value: Value;
  testId: string;
  onChange: (value: Value) => void;
}

/** The mode, where there is a choice. */
export function ModeField({
  modes,
  value,
  testId,
  onChange,
}: FieldProps<Mode["id"]> & { modes: readonly Mode["id"][] }) {
  if (modes.length < 2) return null;
  return (
    <div class="mode-field">
      <Choice
        label={t(($) => $.menu.create.mode)}
        value={value}
        options={modes.map((mode) => ({ value: mode, text: modeName(mode) }))}
        testId={testId}
        onChange={onChange}
      />
      <p class="mode-line dim" aria-live="polite" data-testid={`${testId}-line`}>
        {modeLine(value)}
      </p>
    </div>
  );
}

/** How long a match is (s), in whole minutes. */
export function LengthField({ value, testId, onChange }: FieldProps<number>) {
  const minutes = Math.round(value / 60);
  return (
    <Slider
      label={t(($) => $.menu.create.length)}
      min={1}
      max={10}
      step={1}
      value={minutes}
      text={t(($) => $.units.minutes, { value: minutes })}
      testId={testId}
      onInput={(chosen) => onChange(chosen * 60)}
    />
  );
}

/** How many bots: one seat at least is for a person. */
export function BotsField({ seats, value, testId, onChange }: FieldProps<number> & { seats: number }) {
  return (
    <Slider
      label={t(($) => $.menu.create.bots)}
      min={0}
      max={Math.max(0, seats - 1)}
      step={1}
      value={value}
      text={value === 0 ? t(($) => $.common.none) : String(value)}
      testId={testId}
      onInput={onChange}
    />
  );
}

/** How good the bots are. */
export function SkillField<Skill extends CreateChoice["botSkill"]>({
  skills,
  value,
  testId,
  onChange,
}: FieldProps<Skill> & { skills: readonly Skill[] }) {
  return (
    <Choice
      label={t(($) => $.menu.create.skill)}
      value={value}
      options={skills.map((skill) => ({ value: skill, text: skillName(skill) }))}
      testId={testId}
      onChange={onChange}
    />
  );
}

function skillName(skill: CreateChoice["botSkill"]): string {
  return t(($) => $.menu.create.skills[skill]);
}
