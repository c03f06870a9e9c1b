import { effect } from "@preact/signals";
import type { Stores } from "../../session/stores/stores.ts";
import type { SoundPlayer } from "../../sound/cues.ts";

/** Sounds softly, once, when somebody is asked whether they are still there. Returns how to stop it. */
export function playAwayCues(stores: Stores, sound: SoundPlayer): () => void {
  let asked = stores.own.awayIn.peek() > 0;
  return effect(() => {
    const before = asked;
    asked = stores.own.awayIn.value > 0;
    if (asked && !before && stores.page.screen.peek().name === "match") sound.play("ready", { volume: 0.6 });
  });
}
