import { randomBytes } from "node:crypto";
import type { TransportName } from "#shared/transport/names.ts";
import type { Log } from "../../observability/log.ts";
import type { Holdings } from "../../web/limits.ts";
import { guard } from "../guard.ts";
import { HttpPeer } from "./http-peer.ts";

/** Bytes of chance in the id of a connection: nobody guesses it. */
const ID_BYTES = 16;
/** How often (ms) it is looked for peers who are gone. */
const SWEEP_MS = 1000;

/** All connections over HTTP, by their secret ids. */
export class HttpConnections {
  readonly #peers = new Map<string, { peer: HttpPeer; address: string }>();
  readonly #connections: Holdings;
  readonly #log: Log;
  readonly #sweeper: NodeJS.Timeout;

  constructor(connections: Holdings, log: Log) {
    this.#connections = connections;
    this.#log = log;
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS);
    this.#sweeper.unref();
  }

  /** Number of connections. */
  get size(): number {
    return this.#peers.size;
  }

  /** Opens a connection, unless its address holds its share already. */
  open(name: TransportName, address: string): { id: string; peer: HttpPeer } | undefined {
    if (!this.#connections.take(address)) return undefined;
    const id = randomBytes(ID_BYTES).toString("base64url");
    const peer = new HttpPeer(() => performance.now());
    guard(peer, { transport: name, address, log: this.#log });
    this.#peers.set(id, { peer, address });
    return { id, peer };
  }

  /** The connection with this id. */
  find(id: string): HttpPeer | undefined {
    return this.#peers.get(id)?.peer;
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
