import type { Stores } from "./stores/stores.ts";

/** Time (ms) between two signs of a host, who counts as absent after 30 s without one. */
const HOST_EVERY_MS = 10_000;

/** When the server is to hear that somebody is there, although the key that they press means nothing to it. */
export class SignOfLife {
  readonly #stores: Pick<Stores, "own" | "hud" | "lobby">;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(stores: Pick<Stores, "own" | "hud" | "lobby">) {
    this.#stores = stores;
  }

  /** The player does something at `nowMs`: whether the server is to be told. */
  isDue(nowMs: number): boolean {
    if (!this.#isAskedFor() && !this.#isDueOfHost(nowMs)) return false;
    this.#lastAt = nowMs;
    return true;
  }

  /** A bot plays for them, or is about to, or the room is about to close, which whoever only watches can tell it in no other way. */
  #isAskedFor(): boolean {
    const { own, hud } = this.#stores;
    return own.away.value || own.awayIn.value > 0 || hud.closesIn.value > 0;
  }

  /** A host who watches, reads the chat or looks through a menu is there, and nobody is to vote in their place. */
  #isDueOfHost(nowMs: number): boolean {
    return this.#stores.lobby.host.value?.self === true && nowMs - this.#lastAt >= HOST_EVERY_MS;
  }
}
