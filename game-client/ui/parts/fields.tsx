import { useId } from "preact/hooks";
import { Marked } from "./marked.tsx";

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words, shown and spoken. */
  text: string;
  testId?: string;
  onInput: (value: number) => void;
}

/** A labelled slider with its value beside it. */
export function Slider({ label, value, min, max, step, text, testId, onInput }: SliderProps) {
  const id = useId();
  const share = max > min ? (value - min) / (max - min) : 0;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="slider">
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={text}
          data-testid={testId}
          style={`--share:${share}`}
          onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>{text}</output>
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  /** Undefined when none of them is chosen. */
  value: T | undefined;
  options: readonly { value: T; text: string }[];
  testId?: string;
  onChange: (value: T) => void;
}

/** One of a few: radio buttons that look like a switch with several positions. */
export function Choice<T extends string>({ label, value, options, testId, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="field choice" data-testid={testId}>
      <legend>{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} data-cue="uiMove">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ToggleProps {
  label: string;
  /** What it means, in smaller print. */
  hint?: string;
  checked: boolean;
  testId?: string;
  onChange: (checked: boolean) => void;
}

/** On or off. */
export function Toggle({ label, hint, checked, testId, onChange }: ToggleProps) {
  return (
    <label class="field toggle" data-cue="uiMove">
      <span class="toggle-text">
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

interface TextFieldProps {
  /** May mark a part of itself as `<dim>`. */
  label: string;
  value: string;
  maxLength: number;
  placeholder: string;
  testId?: string;
  onInput: (value: string) => void;
}

/** A line of text that may stay empty. */
export function TextField({ label, value, maxLength, placeholder, testId, onInput }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        <Marked text={label} parts={{ dim: (aside) => <span class="dim">{aside}</span> }} />
      </label>
      <input
        id={id}
        class="input"
        type="text"
        autocomplete="off"
        maxLength={maxLength}
        placeholder={placeholder}
        value={value}
        data-testid={testId}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
