import type { FallMeans } from "#shared/simulation/means.ts";

/** By what made somebody fall: a sentence for oneself, and the words that follow a name (or "You") in the feed. */
const WORDS: Readonly<Record<FallMeans | "feet", { own: string; feed: string }>> = {
  feet: { own: "You fell off", feed: "fell off" },
  ice: { own: "You slipped off the ice", feed: "slipped off the ice" },
  belt: { own: "A belt carried you off", feed: "rode a belt off" },
  crumble: { own: "The floor crumbled under you", feed: "fell through the floor" },
  spring: { own: "A spring threw you off", feed: "flew off a spring" },
  bumper: { own: "A bumper threw you off", feed: "bounced off a bumper" },
};

/** How the own character fell; `by` is the name of who pushed it, if somebody did. */
export function ownFall(by: string | undefined, means: FallMeans | undefined): string {
  return by === undefined ? WORDS[means ?? "feet"].own : `Pushed off by ${by}`;
}

/** What the feed says after the name of somebody whom nobody pushed. */
export function soloFall(means: FallMeans | undefined): string {
  return WORDS[means ?? "feet"].feed;
}
