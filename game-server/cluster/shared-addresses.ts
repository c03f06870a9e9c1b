import type { Addresses, Held, Rate, RateOf } from "../matchmaking/addresses.ts";
import { Ledger } from "./ledger.ts";
import { RedisLedger } from "./redis-ledger.ts";
import type { RedisLink } from "./redis-link.ts";
import { sharedRate } from "./shared-rate.ts";

/** Addresses as all processes count them, by Redis. */
export class SharedAddresses extends Ledger implements Addresses {
  readonly #link: Pick<RedisLink, "limits">;

  /**
   * @param self Id of this process.
   * @param own What addresses hold here.
   */
  constructor(
    link: Pick<RedisLink, "own" | "limits">,
    self: () => string,
    own: () => ReadonlyMap<string, Held>,
  ) {
    super(new RedisLedger(link.own, self), own, Date.now);
    this.#link = link;
  }

  rate(of: RateOf, perMinute: number): Rate {
    return sharedRate(this.#link.limits, of, perMinute);
  }
}
