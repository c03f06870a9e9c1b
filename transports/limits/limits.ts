import { reasonBody } from "../contract/reasons.ts";
import type { UpgradeCheck } from "../contract/upgrade.ts";
import { addressOf } from "./address.ts";

/** Addresses that are remembered at once; beyond it the longest unused is forgotten. */
const MAX_ADDRESSES = 10_000;

/**
 * Allows each address `perMinute` requests a minute, in bursts of as many: a bucket that refills evenly.
 * Time comes in as milliseconds, so that tests turn the clock by hand.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Takes one request of this address out of its bucket. Returns the seconds to wait, 0 when it may go on. */
  take(address: string, nowMs: number): number {
    const perMs = this.#perMinute / 60_000;
    const bucket = this.#buckets.get(address) ?? { left: this.#perMinute, at: nowMs };
    bucket.left = Math.min(this.#perMinute, bucket.left + (nowMs - bucket.at) * perMs);
    bucket.at = nowMs;
    this.#buckets.delete(address);
    this.#buckets.set(address, bucket);
    if (this.#buckets.size > MAX_ADDRESSES) {
      const oldest = this.#buckets.keys().next();
      if (!oldest.done) this.#buckets.delete(oldest.value);
    }
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perMs / 1000);
    bucket.left -= 1;
    return 0;
  }
}

/** Counts what each address holds open. */
export class Holdings {
  readonly #most: number;
  readonly #held = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Notes one more for this address, unless it has its share already. */
  take(address: string): boolean {
    const held = this.#held.get(address) ?? 0;
    if (held >= this.#most) return false;
    this.#held.set(address, held + 1);
    return true;
  }

  release(address: string): void {
    const held = (this.#held.get(address) ?? 1) - 1;
    if (held > 0) this.#held.set(address, held);
    else this.#held.delete(address);
  }
}

/** Refuses sockets beyond the share of their address, and counts the others until they close. */
export function limitConnections(
  connections: Holdings,
  { proxies }: { readonly proxies: number },
): UpgradeCheck {
  return (request, socket) => {
    const address = addressOf(request, proxies);
    if (!connections.take(address)) return { status: 429, ...reasonBody("too_many_connections") };
    socket.once("close", () => connections.release(address));
    return undefined;
  };
}
