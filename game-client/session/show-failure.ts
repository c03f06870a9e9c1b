import type { Text } from "../words/t.ts";
import type { Stores } from "./stores/stores.ts";
import { explainFailure } from "./words.ts";

/**
 * Shows why somebody did not get into a room. A refusal leads back to the menu with a word about it, or where `refused` leads it;
 * only what one can do something about needs a screen.
 */
export function showFailure(
  { page, menu }: Pick<Stores, "page" | "menu">,
  error: unknown,
  refused?: (error: unknown) => ((why: Text) => void) | undefined,
): void {
  const { code: _, ...words } = explainFailure(error);
  const stays = words.retry || words.instead !== undefined;
  const lead = stays ? undefined : refused?.(error);
  if (lead !== undefined) {
    lead(words.text);
    return;
  }
  page.screen.value = stays ? { name: "closed", ...words } : { name: "menu", notice: words.text };
  if (menu.passwordFor.value !== undefined) page.screen.value = { name: "menu" };
}
