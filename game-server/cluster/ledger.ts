import { type Held, NOTHING } from "../matchmaking/addresses.ts";
import { CLAIM_MS } from "./claims.ts";

/** Where processes write what addresses hold in them. */
export interface LedgerStore {
  /** Writes what addresses hold here. Returns what each holds in the other processes, in the same order. */
  exchange(held: readonly (readonly [address: string, Held])[]): Promise<Held[]>;
}

/** What an address held elsewhere, and when (ms) that was so. */
interface Known {
  readonly held: Held;
  readonly at: number;
}

/** Tells the other processes what addresses hold here, when it changes, and knows what they hold there. */
export class Ledger {
  readonly #store: LedgerStore;
  readonly #own: () => ReadonlyMap<string, Held>;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();
  /** What is written of this process. */
  #told: ReadonlyMap<string, Held> = new Map();
  #telling: Promise<void> | undefined;

  /**
   * @param own What addresses hold here.
   * @param now Time (ms).
   */
  constructor(store: LedgerStore, own: () => ReadonlyMap<string, Held>, now: () => number) {
    this.#store = store;
    this.#own = own;
    this.#now = now;
  }

  /** What an address holds elsewhere, as it was when it was looked up last. */
  held(address: string): Held {
    return this.#known.get(address)?.held ?? NOTHING;
  }

  /** Tells what is different by now, once for all that changes at this moment. */
  changed(): void {
    this.#telling ??= Promise.resolve().then(() => {
      this.#telling = undefined;
      const own = this.#own();
      const addresses = new Set([...own.keys(), ...this.#told.keys()]);
      const other = [...addresses].filter((address) => !isSame(own.get(address), this.#told.get(address)));
      // What is not told now is told by the next renewal.
      return this.#exchange(own, other).catch(() => {});
    });
  }

  /** Looks up what an address holds elsewhere. */
  async lookUp(address: string): Promise<void> {
    await this.#exchange(this.#own(), [address]);
  }

  /** Tells everything again, before it expires. */
  async renew(): Promise<void> {
    const own = this.#own();
    await this.#exchange(own, [...new Set([...own.keys(), ...this.#told.keys()])]);
    const since = this.#now() - CLAIM_MS;
    for (const [address, { at }] of this.#known) if (at < since) this.#known.delete(address);
  }

  async #exchange(own: ReadonlyMap<string, Held>, addresses: readonly string[]): Promise<void> {
    if (addresses.length === 0) return;
    const told = new Map(this.#told);
    for (const address of addresses) {
      const held = own.get(address);
      if (held === undefined) told.delete(address);
      else told.set(address, held);
    }
    const before = this.#told;
    this.#told = told;
    try {
      const held = await this.#store.exchange(
        addresses.map((address) => [address, own.get(address) ?? NOTHING] as const),
      );
      for (const [i, address] of addresses.entries()) {
        this.#known.set(address, { held: held[i] ?? NOTHING, at: this.#now() });
      }
    } catch (error) {
      // Whoever held something before is told of again, also when they hold nothing by now.
      this.#told = new Map([...before, ...this.#told]);
      throw error;
    }
  }
}

function isSame(a: Held = NOTHING, b: Held = NOTHING): boolean {
  return a.rooms === b.rooms && a.people === b.people && a.bots === b.bots && a.waiting === b.waiting;
}
