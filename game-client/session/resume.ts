import type { KeyValueStore } from "./settings.ts";

const KEY = "pushback.seat";

/** The seat that this tab had, kept over a reload of the page. */
export class KeptSeat {
  readonly #store: KeyValueStore;

  /** `store` must belong to the tab alone (`sessionStorage`), else two tabs fight over one character. */
  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  /** The reconnection token of the seat, if there is one. */
  get token(): string | undefined {
    return this.#store.getItem(KEY) ?? undefined;
  }

  set token(token: string | undefined) {
    if (token === undefined) this.#store.removeItem(KEY);
    else this.#store.setItem(KEY, token);
  }
}
