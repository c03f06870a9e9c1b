import type { UiDeps } from "../context.ts";
import { chatOpen, closeChat, openMenu, topDialog } from "../hud-state.ts";
import { ownerOf } from "../keys/key-bindings.ts";

/**
 * Escape opens the menu of a match or closes the field for chat, and F3 shows the net graph. It listens from the start: a
 * component would do so only after the first frame of a match, and the press of a player may come before it.
 */
export function listenToMatchKeys({ stores, actions }: Pick<UiDeps, "stores" | "actions">): void {
  const { page, preferences } = stores;
  const onKey = (event: KeyboardEvent) => {
    if (page.screen.peek().name !== "match" || topDialog.peek() !== undefined) return;
    const { bindings, netGraph } = preferences.settings.peek();
    if (event.code === "F3" && ownerOf(bindings, "F3") === undefined) {
      // Not the browser's search.
      event.preventDefault();
      if (!event.repeat) actions.changeSettings({ netGraph: !netGraph });
    }
    if (event.code !== "Escape") return;
    // The browser closes dialogues with the same key: not the one that this press opens.
    event.preventDefault();
    if (chatOpen.peek()) {
      closeChat();
      // The game listens again from now on, and would open its menu.
      event.stopPropagation();
    } else openMenu();
  };
  window.addEventListener("keydown", onKey, { capture: true });
}
