import type { ReadonlySignal } from "@preact/signals-core";
import type { Mailboxes } from "#player/mailbox.ts";
import { packLook } from "#shared/look.ts";
import type { KeyValueStore, Settings } from "./settings.ts";

const KEY = "pushback.guest";

/** What a page says of its player to rooms. */
export class Introduction {
  readonly #settings: ReadonlySignal<Settings>;
  readonly #memory: KeyValueStore;

  /** `memory` lives as long as the browser: all its tabs are the same guest. */
  constructor(settings: ReadonlySignal<Settings>, memory: KeyValueStore) {
    this.#settings = settings;
    this.#memory = memory;
  }

  /** The part of the join options that says who joins. The token goes nowhere else. */
  get options(): { name: string; look: number; token?: string } {
    const { name, look } = this.#settings.value;
    const token = this.#memory.getItem(KEY);
    return { name, look: packLook(look), ...(token === null ? {} : { token }) };
  }

  /** Keeps what a room gives this player to be known by the next time. */
  keepIdentity({ identity }: Pick<Mailboxes, "identity">): void {
    identity.listen(({ token }) => this.#memory.setItem(KEY, token));
  }
}
