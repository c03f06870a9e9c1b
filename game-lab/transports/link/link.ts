import type { LinkSettings } from "../conditions.ts";

/** What has passed in one direction so far, on the wire with all headers from IP on. */
export interface Passed {
  readonly packets: number;
  readonly bytes: number;
  readonly lost: number;
  /** TCP connections that were begun. */
  readonly connections: number;
}

/** What the link can say of itself. */
export interface LinkCounters {
  /** From the players to the server, and back. */
  readonly up: Passed;
  readonly down: Passed;
  /** By how much (ms) packets came later than they should since the last question. */
  readonly lateMs: { readonly p50: number; readonly p99: number };
}

/** What stands between the server and the players. */
export interface LabLink {
  /** "packets": delay and loss act under the kernel's TCP and UDP. "bytes": a proxy delays the bytes of TCP. */
  readonly kind: "packets" | "bytes";
  /** The commands by which a process runs at an end; empty for here. */
  readonly serverPlace: readonly string[];
  readonly playersPlace: readonly string[];
  /** Address (`http://…`) at which players reach a port of the server. */
  originOf(port: number): Promise<string>;
  set(settings: LinkSettings): Promise<void>;
  /** Undefined where packets are not seen. */
  counters(): Promise<LinkCounters | undefined>;
  stop(): Promise<void>;
}
