import { signal } from "@preact/signals";
import { DIRECTIONS, type Direction, type MenuPress } from "../../input/menu-pad.ts";
import { closeDialogs, topDialog } from "../hud-state.ts";
import { focused, moveFocus } from "./focus.ts";

/** The field that is written into with a gamepad, while its keyboard is on the screen. */
export const typingInto = signal<HTMLInputElement | undefined>(undefined);

/** Does what a press of a gamepad means in the scope; returns whether the focus moved. */
export function act(press: MenuPress, scope: HTMLElement): boolean {
  if (isDirection(press)) return step(press, scope);
  if (press === "accept") accept(scope);
  else if (press === "menu" && typingInto.peek() === undefined && topDialog.peek() !== undefined)
    closeDialogs();
  else back(scope);
  return false;
}

/** B is Escape: whoever waits for that key gets it, else the dialogue closes. */
export function back(scope: HTMLElement): void {
  const pressed = new KeyboardEvent("keydown", {
    key: "Escape",
    code: "Escape",
    bubbles: true,
    cancelable: true,
  });
  const taken = !(focused(scope) ?? scope).dispatchEvent(pressed);
  const dialog = scope instanceof HTMLDialogElement;
  // A browser closes dialogues for keys of people only.
  if (!taken && dialog) scope.dispatchEvent(new Event("cancel", { cancelable: true }));
}

/** Whether an element is written into. */
export function isTextField(element: Element | null | undefined): element is HTMLInputElement {
  return element instanceof HTMLInputElement && /^(text|password|search|url|email)$/.test(element.type);
}

/** Whether left and right change what an element says. */
export function isSlider(element: Element | null | undefined): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === "range";
}

function step(direction: Direction, scope: HTMLElement): boolean {
  const element = focused(scope);
  if (!isSlider(element) || direction === "up" || direction === "down") return moveFocus(scope, direction);
  if (direction === "right") element.stepUp();
  else element.stepDown();
  element.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function accept(scope: HTMLElement): void {
  const element = focused(scope);
  if (element === undefined) moveFocus(scope, "down");
  else if (isTextField(element)) typingInto.value = element;
  else if (!isSlider(element)) element.click();
}

function isDirection(press: MenuPress): press is Direction {
  return DIRECTIONS.some((direction) => direction === press);
}
