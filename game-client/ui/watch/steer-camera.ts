import type { Gaze } from "#player/netcode/match-view.ts";
import { readPads } from "../../input/read-pads.ts";
import type { UiDeps } from "../context.ts";
import { typingInto } from "../focus/act.ts";
import { focusScope } from "../focus/focus.ts";
import { ownerOf } from "../keys/key-bindings.ts";

/** A finger or the mouse drags the picture from this far on (CSS pixels): a tap is none. */
const DRAG_FROM = 8;
/** Buttons of a gamepad in the standard mapping: both bumpers, Y and X. */
const PAD = { previous: 4, next: 5, mode: 3, seat: 2 } as const;
/** What a camera shows one after the other, where there is one button for it. */
const AFTER: Record<Gaze["mode"], Gaze["mode"]> = { follow: "free", free: "all", all: "follow" };

type Steered = Pick<UiDeps, "stores" | "actions" | "watching" | "followAt">;

/** Lets keys, gamepad, mouse and fingers turn the camera of whoever watches. Sticks and arrows come with the inputs. */
export function steerCamera(ui: Steered): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  listenToKeys(ui, signal);
  listenToDrags(ui, signal);
  followPads(ui, signal);
  return () => listening.abort();
}

/** Whether a menu, a dialogue or the chat has the keys. */
function isBusy(): boolean {
  return focusScope() !== undefined || typingInto.peek() !== undefined;
}

function listenToKeys(ui: Steered, signal: AbortSignal): void {
  const { stores, watching } = ui;
  const show = (mode: "free" | "all"): void =>
    watching.show(stores.watching.mode.peek() === mode ? "follow" : mode);
  const does: Readonly<Record<string, () => void>> = {
    KeyQ: () => watching.next(-1),
    KeyE: () => watching.next(1),
    KeyF: () => show("free"),
    KeyV: () => show("all"),
    KeyP: () => seekSeat(ui),
  };
  window.addEventListener(
    "keydown",
    (event) => {
      const act = does[event.code];
      if (act === undefined || event.repeat || event.ctrlKey || event.altKey || event.metaKey || isBusy())
        return;
      const owner = ownerOf(stores.preferences.settings.peek().bindings, event.code);
      if (owner !== "chat" && owner !== "emotes" && owner !== "scores") act();
    },
    { signal },
  );
}

function listenToDrags({ watching, followAt }: Steered, signal: AbortSignal): void {
  let last: { id: number; x: number; y: number; drags: boolean } | undefined;
  window.addEventListener(
    "pointerdown",
    ({ target, pointerId, clientX, clientY }) => {
      const isPicture = target instanceof Element && target.closest("#stage") !== null;
      if (isPicture && last === undefined) last = { id: pointerId, x: clientX, y: clientY, drags: false };
    },
    { signal },
  );
  window.addEventListener(
    "pointermove",
    ({ pointerId, clientX, clientY }) => {
      if (last?.id !== pointerId) return;
      const [byX, byY] = [clientX - last.x, clientY - last.y];
      if (!last.drags && Math.hypot(byX, byY) < DRAG_FROM) return;
      last = { id: pointerId, x: clientX, y: clientY, drags: true };
      watching.drag(byX, byY);
    },
    { signal },
  );
  const end = ({ pointerId, type }: PointerEvent): void => {
    if (last?.id !== pointerId) return;
    if (type === "pointerup" && !last.drags) followAt(last.x, last.y);
    last = undefined;
  };
  window.addEventListener("pointerup", end, { signal });
  window.addEventListener("pointercancel", end, { signal });
}

/** What the button for a seat does. */
function seekSeat({ stores, actions }: Pick<UiDeps, "stores" | "actions">): void {
  const { role, way } = stores.watching;
  if (role.peek() !== "spectator") return;
  const { kind } = way.peek();
  if (kind === "free") actions.give("play");
  else actions.give("queue", { on: kind === "taken" });
}

function followPads(ui: Steered, signal: AbortSignal): void {
  const { stores, watching } = ui;
  const does = {
    previous: () => watching.next(-1),
    next: () => watching.next(1),
    mode: () => watching.show(AFTER[stores.watching.mode.peek()]),
    seat: () => seekSeat(ui),
  };
  const names = ["previous", "next", "mode", "seat"] as const;
  // What is held when this begins was pressed for something else.
  const held = new Set<string>(names);
  const frame = (): void => {
    if (signal.aborted) return;
    requestAnimationFrame(frame);
    const pads = readPads();
    const busy = isBusy();
    for (const name of names) {
      const isDown = pads.some((pad) => pad?.connected === true && pad.buttons[PAD[name]]?.pressed === true);
      const isNew = isDown && !held.has(name);
      if (isDown) held.add(name);
      else held.delete(name);
      if (isNew && !busy) does[name]();
    }
  };
  requestAnimationFrame(frame);
}
