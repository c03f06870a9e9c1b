import { DPAD, type PadLike } from "./gamepad.ts";

/** Where a menu can be moved to. */
export type Direction = "up" | "down" | "left" | "right";
/** What a gamepad can ask of a menu: a direction, A, B or start. */
export type MenuPress = Direction | "accept" | "back" | "menu";

export const DIRECTIONS: readonly Direction[] = ["up", "down", "left", "right"];

/** A stick counts as a direction from this deflection on (0..1), and until it is back below the second. */
const STICK_IN = 0.55;
const STICK_OUT = 0.35;

/** Everything that is pressed on a pad of the standard mapping. `before` is what was pressed the last time. */
export function readMenuPad(
  pad: PadLike | undefined,
  before: ReadonlySet<MenuPress>,
): ReadonlySet<MenuPress> {
  const held = new Set<MenuPress>();
  if (pad === undefined) return held;
  const down = (button: number): boolean => pad.buttons[button]?.pressed === true;
  if (down(0)) held.add("accept");
  if (down(1)) held.add("back");
  if (down(9)) held.add("menu");
  const leaning = stickDirection(pad.axes[0] ?? 0, pad.axes[1] ?? 0, before);
  for (const direction of DIRECTIONS) {
    if (down(DPAD[direction]) || direction === leaning) held.add(direction);
  }
  return held;
}

/** The one direction that a stick leans to. What it already leans to is kept for longer: a trembling thumb is no press. */
function stickDirection(x: number, y: number, before: ReadonlySet<MenuPress>): Direction | undefined {
  const horizontal = x < 0 ? "left" : "right";
  const vertical = y < 0 ? "up" : "down";
  const main = Math.abs(x) > Math.abs(y) ? horizontal : vertical;
  const reach = Math.max(Math.abs(x), Math.abs(y));
  return reach > (before.has(main) ? STICK_OUT : STICK_IN) ? main : undefined;
}
