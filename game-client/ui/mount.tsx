import "./styles/index.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import type { Stores } from "../session/stores/stores.ts";
import { CUES, type SoundPlayer } from "../sound/cues.ts";
import { App } from "./app.tsx";
import { UiContext, type UiDeps } from "./context.ts";
import { watchHand } from "./device/device.ts";
import { watchPadMode } from "./device/pad-mode.ts";
import { watchTouch } from "./device/touch-mode.ts";
import { fetchLater } from "./fetch-later.ts";
import { playAwayCues } from "./hud/away-cues.ts";
import { listenToMatchKeys } from "./hud/match-keys.ts";
import { playPhaseCues } from "./hud/phase-cues.ts";
import { closeDialogs, setScoresShown } from "./hud-state.ts";
import { playLobbyCues } from "./lobby/lobby-cues.ts";
import { driveMenusByKeys } from "./pad/key-menus.ts";
import { driveMenusByPad } from "./pad/pad-menus.ts";

/** Puts menus and HUD into `root`, once for the life of the page. */
export function mountUi(root: HTMLElement, deps: UiDeps): void {
  const { stores, sound, touch } = deps;
  watchTouch(touch);
  watchPadMode();
  watchHand(stores.preferences.settings);
  driveMenusByPad(sound);
  driveMenusByKeys(sound);
  listenToMatchKeys(deps);
  playPhaseCues(stores, sound);
  playAwayCues(stores, sound);
  playLobbyCues(stores, sound);
  clickSounds(root, sound);
  closeDialogsOnScreenChange(stores);
  sayTrouble(stores, sound);
  keepZoomOutOfMatch();
  // What index.html says until the scripts take over.
  root.replaceChildren();
  render(
    <UiContext.Provider value={deps}>
      <App />
    </UiContext.Provider>,
    root,
  );
  // Who opens a dialogue before it is there waits for it, and is told if it fails.
  fetchLater().catch(() => {});
}

/** Every button is heard. `data-cue` names another sound than the usual click. */
function clickSounds(root: HTMLElement, sound: SoundPlayer): void {
  root.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("button, [data-cue]") : null;
    if (!target) return;
    const wanted = target.getAttribute("data-cue") ?? "uiClick";
    const cue = CUES.find((name) => name === wanted);
    if (cue) sound.play(cue);
  });
}

/**
 * Fingers that play must not zoom the page away under the sticks; some browsers do it whatever the style sheets say. Who
 * has zoomed in before can get out of it with two fingers, also in a match.
 */
function keepZoomOutOfMatch(): void {
  document.addEventListener("gesturestart", (event) => {
    const inMatch = event.target instanceof Element && event.target.closest("#stage, .hud") !== null;
    if (inMatch && visualViewport?.scale === 1) event.preventDefault();
  });
  visualViewport?.addEventListener("resize", () => {
    document.documentElement.toggleAttribute("data-zoomed", (visualViewport?.scale ?? 1) > 1);
  });
}

function closeDialogsOnScreenChange(stores: Stores): void {
  let before = stores.page.screen.peek().name;
  effect(() => {
    const { name } = stores.page.screen.value;
    const stays = name === before || (before === "reconnecting" && name === "match");
    before = name;
    if (stays) return;
    closeDialogs();
    setScoresShown(false);
  });
}

function sayTrouble(stores: Stores, sound: SoundPlayer): void {
  effect(() => {
    const screen = stores.page.screen.value;
    if (screen.name === "closed" || (screen.name === "menu" && screen.notice !== undefined))
      sound.play("uiError");
  });
}
