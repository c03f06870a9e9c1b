import { t } from "../words/t.ts";
import type { Actions } from "./actions.ts";
import { say } from "./notices.ts";
import type { Stores } from "./stores/stores.ts";

/** Takes the sound away, or brings it back, and says so: who hears nothing must know why. */
export function toggleMute(
  { menu, notices, preferences }: Pick<Stores, "menu" | "notices" | "preferences">,
  actions: Pick<Actions, "changeSettings">,
): void {
  if (menu.lacks.peek().includes("sound")) return;
  const muted = !preferences.settings.peek().muted;
  actions.changeSettings({ muted });
  say(notices, () => (muted ? t(($) => $.hud.mute.off) : t(($) => $.hud.mute.on)));
}
