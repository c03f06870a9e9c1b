import type { Stores } from "./stores/stores.ts";

/**
 * Whether the server is to hear that somebody is there, although the key that they press means nothing to it: a bot plays for them,
 * or is about to, or the room is about to close, which whoever only watches can tell it in no other way.
 */
export function isAskedForLife({ own, hud }: Pick<Stores, "own" | "hud">): boolean {
  return own.away.value || own.awayIn.value > 0 || hud.closesIn.value > 0;
}
