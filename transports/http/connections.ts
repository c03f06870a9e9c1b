import { randomBytes } from "node:crypto";
import type { Holdings } from "../limits/limits.ts";
import { HttpPeer } from "./peer.ts";

/** Bytes of chance in the id of a connection: nobody guesses it. */
const ID_BYTES = 16;
/** Interval (ms) between two sweeps for dead peers. */
const SWEEP_MS = 1000;
/** Interval (ms) between two looks whether all good-byes were heard. */
const LOOK_MS = 20;

/** All connections over HTTP, by their secret ids. */
export class HttpConnections {
  readonly #peers = new Map<string, { peer: HttpPeer; address: string }>();
  readonly #connections: Holdings;
  readonly #sweeper: NodeJS.Timeout;

  constructor(connections: Holdings) {
    this.#connections = connections;
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#sweeper.unref();
  }

  /** Number of connections. */
  get size(): number {
    return this.#peers.size;
  }

  /** Opens a connection, unless its address holds its share already. */
  open(address: string): { id: string; peer: HttpPeer } | undefined {
    if (!this.#connections.take(address)) return undefined;
    const id = randomBytes(ID_BYTES).toString("base64url");
    const peer = new HttpPeer(() => performance.now());
    this.#peers.set(id, { peer, address });
    return { id, peer };
  }

  /** The connection with this id. */
  find(id: string): HttpPeer | undefined {
    return this.#peers.get(id)?.peer;
  }

  /** Waits until everybody who was said good-bye has fetched it, but at most `limitMs`. */
  heardOut(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    const isMissing = (): boolean =>
      [...this.#peers.values()].some(({ peer }) => peer.link.closed && !peer.isGone);
    return new Promise((resolve) => {
      const look = (): void => {
        if (isMissing() && performance.now() < until) setTimeout(look, LOOK_MS);
        else resolve();
      };
      look();
    });
  }

  /** Forgets all connections. */
  stop(): void {
    clearInterval(this.#sweeper);
    for (const id of [...this.#peers.keys()]) this.#forget(id);
  }

  #sweep(): void {
    for (const [id, { peer }] of this.#peers) if (peer.isGone) this.#forget(id);
  }

  #forget(id: string): void {
    const found = this.#peers.get(id);
    if (found === undefined) return;
    this.#peers.delete(id);
    this.#connections.release(found.address);
    found.peer.forget();
  }
}
