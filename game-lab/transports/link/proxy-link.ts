import type { LinkSettings } from "../conditions.ts";
import { DelayProxy } from "./delay-proxy.ts";
import type { LabLink } from "./link.ts";

/** Proxies on this machine that delay the bytes of TCP: where packets cannot be touched. They lose nothing. */
export class ProxyLink implements LabLink {
  readonly kind = "bytes";
  readonly serverPlace: readonly string[] = [];
  readonly playersPlace: readonly string[] = [];
  readonly #proxies: DelayProxy[] = [];
  readonly #seed: number;
  #settings: LinkSettings = { delayMs: 0, jitterMs: 0, loss: 0 };

  constructor(seed: number) {
    this.#seed = seed;
  }

  async originOf(port: number): Promise<string> {
    const proxy = await DelayProxy.start({ targetPort: port, seed: this.#seed, ...this.#settings });
    this.#proxies.push(proxy);
    return proxy.url;
  }

  async set(settings: LinkSettings): Promise<void> {
    if (settings.loss > 0) throw new Error("A proxy loses nothing: loss takes packets.");
    this.#settings = settings;
    for (const proxy of this.#proxies) proxy.setProfile(settings);
  }

  async counters(): Promise<undefined> {
    return undefined;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#proxies.map((proxy) => proxy.close()));
  }
}
