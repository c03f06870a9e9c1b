import type { Direction } from "../../input/menu-pad.ts";
import type { SoundPlayer } from "../../sound/cues.ts";
import { isSlider, isTextField } from "../focus/act.ts";
import { focusScope, moveFocus } from "../focus/focus.ts";

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** Drives every menu with arrow keys, Enter and Escape, besides what a browser does by itself. */
export function driveMenusByKeys(sound: SoundPlayer): void {
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    const scope = focusScope();
    if (scope === undefined) return;
    if (direction !== undefined && !movesWithin(event.target, direction)) {
      event.preventDefault();
      if (moveFocus(scope, direction)) sound.play("uiMove");
    } else if (event.key === "Enter" && isSwitch(event.target)) {
      event.preventDefault();
      event.target.click();
    } else if (event.key === "Escape" && !(scope instanceof HTMLDialogElement)) {
      scope.querySelector<HTMLElement>("[data-way-back]")?.click();
    }
  });
}

/** Whether an arrow moves something in the element itself: a caret, or the knob of a slider. */
function movesWithin(target: EventTarget | null, direction: Direction): boolean {
  const sideways = direction === "left" || direction === "right";
  return target instanceof Element && sideways && (isSlider(target) || isTextField(target));
}

/** Radio buttons and check boxes know only the space bar. */
function isSwitch(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && (target.type === "radio" || target.type === "checkbox");
}
