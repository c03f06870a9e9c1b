import { type PadLike, Pads } from "../../input/gamepad.ts";
import { type MenuPress, readMenuPad } from "../../input/menu-pad.ts";
import { readPads } from "../../input/read-pads.ts";
import type { SoundPlayer } from "../../sound/cues.ts";
import { padUsed } from "../device/pad-mode.ts";
import { touchUsed } from "../device/touch-mode.ts";
import { act } from "../focus/act.ts";
import { focused, focusFirst, focusScope } from "../focus/focus.ts";
import { Presses } from "../focus/presses.ts";
import { kindOfPad, padKind } from "../keys/pad-signs.ts";

/** Drives every menu with a gamepad, for the life of the page. In a match the pad belongs to the game. */
export function driveMenusByPad(sound: SoundPlayer): void {
  const pads = new Pads();
  const presses = new Presses();
  let before: HTMLElement | undefined;

  const frame = (nowMs: number): void => {
    requestAnimationFrame(frame);
    const { pad, used } = pads.poll(readPads());
    if (used) takeOver(pad);
    if (pad === undefined && presses.areOver && !padUsed.peek()) return;
    const held = readMenuPad(pad, presses.held);
    if (held.size === 0 && !padUsed.peek()) {
      presses.next(held, nowMs);
      return;
    }
    const scope = focusScope();
    if (scope !== before) {
      before = scope;
      presses.swallow(held);
      if (scope !== undefined && padUsed.peek()) settle(scope);
    }
    const due: MenuPress[] = presses.next(held, nowMs);
    if (scope === undefined) return;
    for (const press of due) if (act(press, scope)) sound.play("uiMove");
  };
  requestAnimationFrame(frame);
}

function takeOver(pad: PadLike | undefined): void {
  padKind.value = kindOfPad(pad?.id);
  padUsed.value = true;
  touchUsed.value = false;
}

/** Browsers put the focus of a new dialogue on its cross; what it had before a dialogue opened over it is kept. */
function settle(scope: HTMLElement): void {
  const element = focused(scope);
  if (element === undefined || element.closest(".dialog-head") !== null) focusFirst(scope);
}
