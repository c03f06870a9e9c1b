import type { Router } from "express";
import type { TransportName } from "#shared/transport/names.ts";
import type { Config } from "../config.ts";
import type { Log } from "../observability/log.ts";
import type { Holdings } from "../web/limits.ts";
import type { HttpConnections } from "./http/connections.ts";

/** What a transport is given when the server starts. */
export interface TransportContext {
  readonly config: Config;
  readonly log: Log;
  /** Connections that each address holds, those of all transports together. */
  readonly connections: Holdings;
  /** The connections of those transports that work by requests. */
  readonly http: HttpConnections;
  /** Where it may answer HTTP, below `/transports/NAME`. Nothing is parsed yet. */
  readonly router: Router;
}

/** A running transport. */
export interface RunningTransport {
  /** Ends what is still open. Called after the rooms have said good-bye. */
  stop(): void | Promise<void>;
}

/**
 * A way to reach a player besides WebSocket, which Colyseus itself owns. It turns whatever comes from outside into
 * a `Peer`, puts the `guard` in front of it and has it seated by `admit`: nothing else is needed.
 */
export interface PlayerTransport {
  readonly name: TransportName;
  start(context: TransportContext): RunningTransport | Promise<RunningTransport>;
}
