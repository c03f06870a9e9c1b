import { RateLimit } from "#transports/limits/limits.ts";
import { type Addresses, NOBODY_ELSE } from "../matchmaking/addresses.ts";

/** Addresses of a process that stands alone: it counts by itself. */
export const ALONE_ADDRESSES: Addresses = {
  ...NOBODY_ELSE,
  async lookUp() {},
  rate(_of, perMinute) {
    const limit = new RateLimit(perMinute);
    return { take: async (address) => limit.take(address, Date.now()) };
  },
};
