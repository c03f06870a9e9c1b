import { signal } from "@preact/signals";
import type { TouchState } from "../../input/touch-state.ts";

/** Whether the fingers are what is played with now. Follows `TouchState.active`. */
export const touchUsed = signal(matchMedia("(pointer: coarse)").matches);

/** Follows which kind of input was used last: a touch brings the sticks up, mouse or keyboard hides them. */
export function watchTouch(touch: TouchState): () => void {
  const use = (active: boolean) => {
    touch.active = active;
    touchUsed.value = active;
  };
  const onPointer = (event: PointerEvent) => use(event.pointerType === "touch");
  // A keyboard on the glass also presses keys: those typed into a field mean nothing here.
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement)) use(false);
  };
  use(touchUsed.peek());
  window.addEventListener("pointerdown", onPointer, { capture: true });
  window.addEventListener("keydown", onKey, { capture: true });
  return () => {
    window.removeEventListener("pointerdown", onPointer, { capture: true });
    window.removeEventListener("keydown", onKey, { capture: true });
  };
}
