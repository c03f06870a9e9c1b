import { CONTROLS, type Control } from "../../session/settings.ts";

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

const NAMES: Record<string, string> = {
  Mouse0: "Left click",
  Mouse1: "Middle click",
  Mouse2: "Right click",
  Mouse3: "Mouse back",
  Mouse4: "Mouse fwd",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Space: "Space",
  ShiftLeft: "L Shift",
  ShiftRight: "R Shift",
  ControlLeft: "L Ctrl",
  ControlRight: "R Ctrl",
  AltLeft: "L Alt",
  AltRight: "R Alt",
  MetaLeft: "L Meta",
  MetaRight: "R Meta",
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

/** A key as it is written on the keyboard (of the US layout, as codes are positions). */
export function keyLabel(code: string): string {
  const named = NAMES[code];
  if (named !== undefined) return named;
  const plain = /^(?:Key|Digit)(\w)$/.exec(code)?.[1];
  if (plain !== undefined) return plain;
  return code.replace(/^Numpad/, "Num ").replace(/([a-z])([A-Z])/g, "$1 $2");
}

/** What a control does, in words for people. */
export const CONTROL_NAMES: Record<Control, string> = {
  up: "Move up",
  down: "Move down",
  left: "Move left",
  right: "Move right",
  push: "Push (hold to charge)",
  dash: "Dash",
  brace: "Brace",
  scores: "Scoreboard (hold)",
};
