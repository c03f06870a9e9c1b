import { effect } from "@preact/signals";
import type { Actions } from "../../session/actions.ts";
import type { Stores } from "../../session/stores/stores.ts";
import { openDialogs } from "../hud-state.ts";
import { BackStack } from "./back-stack.ts";
import { stepBack, stepsBack } from "./back-steps.ts";

/**
 * Lets the browser's Back go one screen up, for the life of the page. To be called once the session knows whether it comes
 * back to a match; returns what to call when the address changes.
 */
export function watchBack(stores: Stores, actions: Actions, address: () => string): () => void {
  const stack = new BackStack({ history, address, stepBack: () => stepBack(stores, actions) });
  stack.refresh();
  window.addEventListener("popstate", (event) => stack.arrived(event.state));
  effect(() => {
    const { name } = stores.page.screen.value;
    const steps = stepsBack(name, openDialogs.value, stores.menu.passwordFor.value !== undefined);
    // A reload on its way back to a match is where it was already.
    stack.want(steps, name === "connecting");
  });
  return () => stack.refresh();
}
