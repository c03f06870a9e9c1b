import { signal } from "@preact/signals-core";
import type { PadLike } from "#client/input/gamepad.ts";
import { createInputSampler, type InputSampler } from "#client/input/sampler.ts";
import { createTouchState, type TouchState } from "#client/input/touch-state.ts";
import { DEFAULT_SETTINGS, type Settings } from "#client/session/settings.ts";

/** A sampler in a page that is played by hand: keys, mouse, fingers and pads are method calls. */
export function createFakePage(change: Partial<Settings> = {}, enabled = true) {
  const target = new EventTarget();
  const canvas = new EventTarget();
  const settings = signal<Settings>({ ...structuredClone(DEFAULT_SETTINGS), ...change });
  const touch: TouchState = createTouchState();
  const pads: (PadLike | null)[] = [];
  const scores: boolean[] = [];
  const talks: ("chat" | "emotes")[] = [];
  const counts = { menus: 0, uses: 0, mutes: 0 };
  /** Where the own character is on the page (px). */
  const own = { x: 0, y: 0 };
  const sampler: InputSampler = createInputSampler({
    target,
    canvas,
    settings,
    touch,
    gamepads: () => pads,
    toAim: (x, y) => Math.atan2(y - own.y, x - own.x),
    onScores: (shown) => scores.push(shown),
    onTalk: (how) => talks.push(how),
    onUse: () => {
      counts.uses += 1;
    },
    onMute: () => {
      counts.mutes += 1;
    },
    onMenu: () => {
      counts.menus += 1;
    },
  });
  sampler.enabled = enabled;

  /** Dispatches an event; `within` plays an element inside the one that the selector names. */
  function fire(type: string, fields: object = {}, within?: string): Event {
    const event = Object.assign(new Event(type, { cancelable: true }), fields);
    if (within !== undefined) {
      const element = { closest: (selector: string) => (selector.includes(within) ? {} : null) };
      Object.defineProperty(event, "target", { value: element });
    }
    target.dispatchEvent(event);
    return event;
  }

  return {
    sampler,
    settings,
    touch,
    pads,
    scores,
    talks,
    counts,
    own,
    canvas,
    fire,
    down: (code: string, fields: object = {}, within?: string) =>
      fire("keydown", { code, repeat: false, ...fields }, within),
    up: (code: string, fields: object = {}, within?: string) => fire("keyup", { code, ...fields }, within),
    /** The mouse is at a point with these buttons held (bits of `MouseEvent.buttons`). */
    mouse: (clientX: number, clientY: number, buttons = 0, within?: string) =>
      fire("pointermove", { pointerType: "mouse", clientX, clientY, buttons }, within),
    finger: (type: "pointerdown" | "pointermove" | "pointerup") =>
      fire(type, { pointerType: "touch", clientX: 0, clientY: 0, buttons: 1 }),
    /** Samples that many ticks and gives the last input. */
    samples: (count: number) => Array.from({ length: count }, () => sampler.sample()).at(-1),
  };
}

/** A gamepad of the standard mapping with these axes and pressed buttons. */
export function fakePad(axes: readonly number[], pressed: readonly number[] = [], index = 0): PadLike {
  const buttons = Array.from({ length: 17 }, (_, i) => ({
    pressed: pressed.includes(i),
    value: Number(pressed.includes(i)),
  }));
  return { index, connected: true, axes, buttons };
}
