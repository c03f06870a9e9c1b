import type { Server } from "node:http";
import type { Transport } from "@colyseus/core";
import { Router } from "express";
import type { TransportLog } from "./contract/log.ts";
import type { BreachKind } from "./contract/peer.ts";
import { PLAIN_ROOMS, type RoomProtocol } from "./contract/protocol.ts";
import { seatRequestOf } from "./contract/seat-request.ts";
import type { ServerTransport, TransportSettings } from "./contract/server-transport.ts";
import type { UpgradeCheck } from "./contract/upgrade.ts";
import { HttpConnections } from "./http/connections.ts";
import type { Holdings } from "./limits/limits.ts";
import { longPolling } from "./long-polling/server.ts";
import { Reception } from "./pipeline/admit.ts";
import { FrameRules } from "./pipeline/frames.ts";
import { TransportMeter } from "./pipeline/meter.ts";
import { polling } from "./polling/server.ts";
import { serverSentEvents } from "./sse/server.ts";
import { webRtc } from "./webrtc/server.ts";
import { webSocket } from "./websocket/server.ts";

/** The server's end of every transport. */
export const SERVER_TRANSPORTS: readonly ServerTransport[] = [
  webSocket,
  webRtc,
  serverSentEvents,
  longPolling,
  polling,
];

/** What the transports of a server are given. */
export interface TransportOptions {
  /** Those that are offered: all of them, unless told. One of them has to be WebSocket, which Colyseus listens with. */
  readonly transports?: readonly ServerTransport[] | undefined;
  /** The server that players reach. */
  readonly server: Server;
  readonly settings: TransportSettings;
  readonly log: TransportLog;
  /** Connections that each address holds. */
  readonly connections: Holdings;
  /** What the rooms say and hear. */
  readonly rooms?: RoomProtocol;
  /** Conditions that an upgrade to a WebSocket must meet. */
  readonly checks?: readonly UpgradeCheck[];
  /** Counts what goes over a transport, by its name. */
  readonly meterOf?: (transport: string) => TransportMeter;
  /** Hears of connections that were ended for what came over them. */
  readonly expelled?: (kind: BreachKind) => void;
  /** Hears of seats that go on over another transport, or over another connection of the same. */
  readonly moved?: (from: string, to: string) => void;
}

/** Moves of a seat per minute, as a share of the joins that an address has. */
const MOVES_PER_JOIN = 1 / 4;

/** Transports that run. */
export interface RunningTransports {
  /** Answers below `/transports`. */
  readonly router: Router;
  /** The transport of the server of Colyseus. */
  readonly colyseus: Transport;
  /** Waits until everybody who was said good-bye has fetched it, where they have to ask for it, but at most `limitMs`. */
  heardOut(limitMs: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts transports, each below its own name.
 * @throws Error when none of them is one that Colyseus listens with.
 */
export async function startTransports(options: TransportOptions): Promise<RunningTransports> {
  const { transports = SERVER_TRANSPORTS, server, settings, log, connections, checks = [] } = options;
  const { rooms = PLAIN_ROOMS, meterOf = () => new TransportMeter(), expelled = () => {} } = options;
  const { moved = () => {} } = options;
  const router = Router();
  const http = new HttpConnections(connections);
  const sessions = { rules: new FrameRules(rooms), log, meterOf, expelled, moved };
  const reception = new Reception(sessions, settings.maxJoinsPerMinute * MOVES_PER_JOIN);
  const seatRequest = seatRequestOf(rooms);
  const running = await Promise.all(
    transports.map((transport) => {
      const own = Router();
      router.use(`/${transport.name}`, own);
      return transport.start({
        settings,
        log: log.child({ transport: transport.name }),
        seatRequest,
        connect: reception.connect,
        hasSeat: (seat) => reception.hasSeat(seat),
        connections,
        http,
        router: own,
        server,
        checks,
      });
    }),
  );
  const colyseus = running.find((transport) => transport.colyseus !== undefined)?.colyseus;
  if (colyseus === undefined) throw new Error("None of the transports is one that Colyseus listens with.");
  return {
    router,
    colyseus,
    heardOut: (limitMs) => http.heardOut(limitMs),
    async stop() {
      await Promise.all(running.map((transport) => transport.stop()));
      http.stop();
    },
  };
}
