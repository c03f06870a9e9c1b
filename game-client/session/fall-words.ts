import type { FallMeans } from "#shared/simulation/means.ts";
import { type Text, t } from "../words/t.ts";

/** What made somebody fall: the floor in one of its ways, their own feet, or a push. */
export type FallCause = FallMeans | "feet" | "pushed";

/** How the own character fell, as a sentence; `by` is the name of a player who pushed it, if there is one. */
export function ownFall(by: string | undefined, means: FallMeans | undefined): Text {
  if (by !== undefined) return () => t(($) => $.hud.falls.own.pushed, { name: by });
  return () => t(($) => $.hud.falls.own[means ?? "feet"]);
}
