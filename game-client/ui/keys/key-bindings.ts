import { CONTROLS, type Control } from "../../session/settings.ts";
import { t } from "../../words/t.ts";
import type { Hand } from "../device/device.ts";

export type Bindings = Record<Control, string[]>;

/** How many keys a control can have. */
export const SLOTS = 2;

/**
 * The bindings after putting a key (`KeyboardEvent.code`, or "Mouse0".."Mouse4") into a slot of a control.
 * A key does one thing only, so it is taken away from wherever it was before.
 */
export function rebind(bindings: Bindings, control: Control, slot: number, code: string): Bindings {
  const next = without(bindings, code);
  const keys = bindings[control].map((key) => (key === code ? undefined : key));
  keys[Math.min(slot, keys.length)] = code;
  next[control] = keys.filter((key) => key !== undefined);
  return next;
}

/** The control that a key triggers now, if any. */
export function ownerOf(bindings: Bindings, code: string): Control | undefined {
  return CONTROLS.find((control) => bindings[control].includes(code));
}

function without(bindings: Bindings, code: string): Bindings {
  const next = { ...bindings };
  for (const control of CONTROLS) next[control] = bindings[control].filter((key) => key !== code);
  return next;
}

/**
 * The key or mouse button of a control that is nearest to a hand: the first mouse button or the first key, else whatever
 * there is.
 */
export function codeFor(bindings: Bindings, control: Control, hand: Hand): string | undefined {
  const codes = bindings[control];
  return codes.find((code) => code.startsWith("Mouse") === (hand === "mouse")) ?? codes[0];
}

/** What is the same in every language. */
const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Backquote: "`",
  Minus: "-",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Semicolon: ";",
  Quote: "'",
  Comma: ",",
  Period: ".",
  Slash: "/",
};

/** Keys that have a word on them. */
const CAPS = [
  "Mouse0",
  "Mouse1",
  "Mouse2",
  "Mouse3",
  "Mouse4",
  "Space",
  "ShiftLeft",
  "ShiftRight",
  "ControlLeft",
  "ControlRight",
  "AltLeft",
  "AltRight",
  "MetaLeft",
  "MetaRight",
] as const;

/** The standard's name of a key, as words: "PageUp" is "Page Up". */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2");
}

/** A key as it is written on the keyboard (of the US layout, as codes are positions). */
export function keyLabel(code: string): string {
  const sign = SIGNS[code];
  if (sign !== undefined) return sign;
  const cap = CAPS.find((known) => known === code);
  if (cap !== undefined) return t(($) => $.keys.caps[cap]);
  const plain = /^(?:Key|Digit)(\w)$/.exec(code)?.[1];
  if (plain !== undefined) return plain;
  const onNumpad = /^Numpad(\w+)$/.exec(code)?.[1];
  if (onNumpad !== undefined) return t(($) => $.keys.numpad, { key: spaced(onNumpad) });
  return spaced(code);
}

/** What a control does, in words for people. */
export function controlName(control: Control): string {
  return t(($) => $.keys.controls[control]);
}
