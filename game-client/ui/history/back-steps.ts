import type { Actions } from "../../session/actions.ts";
import type { Screen } from "../../session/stores/page.ts";
import type { Stores } from "../../session/stores/stores.ts";
import { back } from "../focus/act.ts";
import { focusScope } from "../focus/focus.ts";
import { type DialogName, openDialog, topDialog } from "../hud-state.ts";

/** Steps from a running match to the menu: its menu opens, it asks whether one wants to leave, one leaves. */
const FROM_MATCH = 3;

/** How many times Back can be pressed before it leaves the site. */
export function stepsBack(
  screen: Screen["name"],
  dialogs: readonly DialogName[],
  asksForPassword: boolean,
): number {
  if (screen === "menu") return asksForPassword ? 1 : dialogs.length;
  if (screen === "card" || screen === "connecting" || screen === "closed") return 1;
  if (dialogs.at(-1) === "leave") return 1;
  // The menu of the match is the one dialogue that Back opens; what lies over it is closed first.
  return dialogs[0] === "pause" ? FROM_MATCH - 2 + dialogs.length : FROM_MATCH + dialogs.length;
}

/** Takes one step back: one screen up, or from a match towards the question whether to leave it. */
export function stepBack(stores: Stores, actions: Actions): void {
  const { name } = stores.page.screen.peek();
  const top = topDialog.peek();
  const inMatch = name === "match" || name === "reconnecting";
  const scope = focusScope();
  if (inMatch && top === undefined) openDialog("pause");
  else if (inMatch && top === "pause") openDialog("leave");
  else if (inMatch && top === "leave") actions.leave();
  else if (scope !== undefined) back(scope);
}
