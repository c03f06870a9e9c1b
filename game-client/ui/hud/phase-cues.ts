import { effect } from "@preact/signals";
import type { Stores } from "../../session/stores/stores.ts";
import type { SoundPlayer } from "../../sound/cues.ts";

/** The last seconds of a match tick aloud. */
const LAST_SECONDS = 5;

/** Sounds 3, 2, 1 and GO, also after a pause, and the last seconds. Returns how to stop it. */
export function playPhaseCues(stores: Stores, sound: SoundPlayer): () => void {
  let phase = stores.hud.phase.peek();
  let seconds = stores.hud.secondsLeft.peek();
  let toPlay = stores.hud.secondsToPlay.peek();
  return effect(() => {
    const next = { phase: stores.hud.phase.value, seconds: stores.hud.secondsLeft.value };
    const nextToPlay = stores.hud.secondsToPlay.value;
    const goesOn = nextToPlay < toPlay && Number.isFinite(nextToPlay);
    toPlay = nextToPlay;
    const watching = stores.page.screen.value.name === "match";
    const started = phase === "countdown" && next.phase === "playing";
    const ticked = phase === next.phase && next.seconds < seconds && next.seconds > 0;
    phase = next.phase;
    seconds = next.seconds;
    if (!watching) return;
    if (goesOn) sound.play(nextToPlay === 0 ? "go" : "countdown");
    else if (started) sound.play("go");
    else if (ticked && phase === "countdown" && seconds <= 3) sound.play("countdown");
    else if (ticked && phase === "playing" && seconds <= LAST_SECONDS)
      sound.play("countdown", { volume: 0.6 });
  });
}
