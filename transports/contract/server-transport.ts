import type { Server } from "node:http";
import type { Transport } from "@colyseus/core";
import type { Router } from "express";
import type { HttpConnections } from "../http/connections.ts";
import type { Holdings } from "../limits/limits.ts";
import type { Connect } from "../pipeline/admit.ts";
import type { TransportLog } from "./log.ts";
import type { SeatRequest, SeatRequestSchema } from "./seat-request.ts";
import type { UpgradeCheck } from "./upgrade.ts";

/** What whoever runs the server sets. */
export interface TransportSettings {
  /** Address of the network interface to listen on. */
  readonly host: string;
  /** UDP port that all connections over WebRTC share; 0 means any that is free. */
  readonly webRtcPort: number;
  /** Address to listen on for it, when it is another one than `host`. */
  readonly webRtcHost?: string | undefined;
  /** Address that pages are told to reach WebRTC at, if it is not the machine's own. */
  readonly webRtcAddress?: string | undefined;
  readonly maxJoinsPerMinute: number;
  /** Trusted proxies in front of the server. */
  readonly proxies: number;
}

/** What a transport is given when the server starts. */
export interface TransportContext {
  readonly settings: TransportSettings;
  readonly log: TransportLog;
  /** Reads which seat a connection asks for. */
  readonly seatRequest: SeatRequestSchema;
  /** Has a connection seated that is up: all that a transport does with what it has made. */
  readonly connect: Connect;
  /** Whether there is a seat for whoever asks for it. `connect` looks again: this is for what is dear before. */
  hasSeat(seat: SeatRequest): boolean;
  /** Connections that each address holds, those of all transports together. */
  readonly connections: Holdings;
  /** The connections of those transports that work by requests. */
  readonly http: HttpConnections;
  /** Where it may answer HTTP, below `/transports/NAME`. Nothing is parsed yet. */
  readonly router: Router;
  /** The server that the router is reached through, for what begins with an upgrade. */
  readonly server: Server;
  /** Conditions that an upgrade must meet; the first that is not met is answered. */
  readonly checks: readonly UpgradeCheck[];
}

/** A running transport. */
export interface RunningTransport {
  /** What Colyseus takes for its own transport, and listens with: WebSocket has it. */
  readonly colyseus?: Transport;
  /** Ends what is still open. Called after the rooms have said good-bye. */
  stop(): void | Promise<void>;
}

/**
 * A way to reach a player. It turns whatever comes from outside into a `Peer` and has it seated by `connect`: nothing else is
 * needed.
 */
export interface ServerTransport {
  /** Below this name it answers, and in this name it is counted. */
  readonly name: string;
  start(context: TransportContext): RunningTransport | Promise<RunningTransport>;
}
