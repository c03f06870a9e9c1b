import { BLOW_MEANS, type BlowMeans, type FallMeans } from "#shared/simulation/means.ts";
import { type Text, t } from "../words/t.ts";
import type { FeedName } from "./stores/feed.ts";

/** What made somebody fall: the floor in one of its ways, their own feet, or another one in one of theirs. */
export type FallCause = FallMeans | BlowMeans | "feet" | "pushed";

/** How the own character fell. */
export interface OwnFall {
  readonly cause: FallCause;
  /** Who did it; absent when nobody did, or whoever did has left. */
  readonly by?: FeedName;
  /** All of it as a sentence. */
  readonly words: Text;
}

/** What made somebody fall, by what an event says; `by` is who did it, if that is known. */
export function causeOf(by: FeedName | undefined, means: FallMeans | BlowMeans | undefined): FallCause {
  const isBlow = BLOW_MEANS.some((blow) => blow === means);
  if (by === undefined) return means === undefined || isBlow ? "feet" : means;
  return means !== undefined && isBlow ? means : "pushed";
}

/** How the own character fell, in words. */
export function ownFall(cause: FallCause, by: FeedName | undefined): OwnFall {
  if (by === undefined) return { cause, words: () => t(($) => $.hud.falls.own[cause], { name: "" }) };
  return { cause, by, words: () => t(($) => $.hud.falls.own[cause], { name: by.name }) };
}
