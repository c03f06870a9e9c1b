import { type Signal, signal } from "@preact/signals-core";
import type { CarrierName } from "#transports/contract/names.ts";
import type { NetHistory } from "../net-history.ts";
import { CLEAR_NETWORK, type NetworkConditions } from "../network-conditions.ts";

/** How the own connection is. */
export interface Connection {
  transport: CarrierName;
  /** Why it is not the transport that was hoped for, as it travels (see `refusalText`); empty when it is. */
  reason: string;
  rttMs: number;
  jitterMs: number;
  /** 0 lost, 1 bad, 2 fair, 3 good. */
  quality: 0 | 1 | 2 | 3;
}

/** Figures of the network, and what is done to it on purpose. */
export interface NetworkStore {
  readonly connection: Signal<Connection>;
  /** The bad network that is simulated for the own connection. */
  readonly conditions: Signal<NetworkConditions>;
  /** What the net graph shows; undefined while it is off. */
  readonly netHistory: Signal<NetHistory | undefined>;
}

/** A good network, untouched. */
export function createNetworkStore(): NetworkStore {
  return {
    connection: signal<Connection>({ transport: "websocket", reason: "", rttMs: 0, jitterMs: 0, quality: 3 }),
    conditions: signal(CLEAR_NETWORK),
    netHistory: signal<NetHistory | undefined>(undefined),
  };
}
