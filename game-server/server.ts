import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { Server } from "@colyseus/core";
import { Encoder } from "@colyseus/schema";
import { ROOM } from "#shared/messages.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { ServerTransport } from "#transports/contract/server-transport.ts";
import { Holdings } from "#transports/limits/limits.ts";
import { startTransports } from "#transports/server.ts";
import { loadArenas } from "./arenas.ts";
import { startCluster } from "./cluster/start-cluster.ts";
import { COMMANDS } from "./commands/table.ts";
import type { Config } from "./config.ts";
import { limitRequests } from "./http-limits.ts";
import { iceServersFor } from "./ice-servers.ts";
import { guestSecret } from "./identity/guest-secret.ts";
import { GuestTokens } from "./identity/guest-tokens.ts";
import { type Elsewhere, Tally } from "./matchmaking/addresses.ts";
import { Budget } from "./matchmaking/budget.ts";
import { LoadGovernor } from "./matchmaking/load-governor.ts";
import { Reservations } from "./matchmaking/reservations.ts";
import { Seating } from "./matchmaking/seating.ts";
import { takeCensus } from "./observability/census.ts";
import { LastResort } from "./observability/last-resort.ts";
import { createLog, logForColyseus, standardLines } from "./observability/log.ts";
import { watchLoop } from "./observability/loop-lateness.ts";
import { Metrics } from "./observability/metrics.ts";
import { StateAudit } from "./observability/state-audit.ts";
import { protocolOf } from "./protocol.ts";
import { ArenaRoom } from "./rooms/arena-room.ts";
import type { RoomDeps } from "./rooms/room-deps.ts";
import { StepWheel } from "./rooms/step-wheel.ts";
import { createApp } from "./web/app.ts";
import { sameOriginSockets } from "./web/origins.ts";
import { RoomStream } from "./web/room-stream.ts";

/** A server that listens. */
export interface GameServer {
  readonly port: number;
  /** Address on this machine, without a slash at the end. */
  readonly url: string;
  /** Turns newcomers away, closes rooms and connections, and frees the port. */
  stop(): Promise<void>;
}

/** A server in this process. */
export interface LocalGameServer extends GameServer {
  /** What its rooms are given, for those who define rooms of their own beside it. */
  readonly roomDeps: RoomDeps;
  /** Takes in what no part of the server has caught. */
  readonly lastResort: LastResort;
}

/** What measurements turn off to see what it is good for, and what tests add or look at. */
export interface Controls
  extends Pick<Partial<RoomDeps>, "arenas">,
    Pick<RoomDeps, "awayTimes" | "commands" | "fairness" | "interest" | "onStep"> {
  /** In place of the transports that there are. */
  readonly transports?: readonly ServerTransport[];
}

/** Room for the largest full state, so that the encoder does not have to grow in the middle of a match. */
const ENCODER_BYTES = 64 * 1024;
/** Time (ms) that players have to answer the good-bye of a server that ends. */
const GOOD_BYE_MS = 1000;

/**
 * Puts a whole game server together and starts it. One per process: the matchmaker of Colyseus is global.
 * `controls` are for measurements and tests that need them.
 * @throws Error when an arena is broken or the port is taken.
 */
export async function createGameServer(config: Config, controls: Controls = {}): Promise<LocalGameServer> {
  // V8 takes what is made for each frame that comes for long-lived, because what is made for each connection by the same code
  // is. A tenth of all garbage then survived, and all rooms stood still for 20 to 40 ms every second while it was copied.
  setFlagsFromString("--no-allocation-site-pretenuring");
  Encoder.BUFFER_SIZE = ENCODER_BYTES;
  // Lines of several processes come together in one place.
  const log = createLog(config.logLevel, config.publicAddress);
  let ready = false;
  // The cluster asks what is held here, and is asked what is held elsewhere.
  const elsewhere: Elsewhere = {
    held: (address) => cluster.addresses.held(address),
    changed: () => cluster.addresses.changed(),
  };
  const budget = new Budget(config, elsewhere);
  const reservations = new Reservations(config.maxReservationsPerAddress, Date.now, elsewhere);
  const metrics = new Metrics(
    () => takeCensus(cluster.rooms.values()),
    () => standardLines.lost,
  );
  const cluster = await startCluster(config, {
    log,
    metrics: metrics.cluster,
    standing: () => ({
      rooms: budget.rooms,
      players: budget.people,
      left: budget.left,
      refusal: (budget.refusal ?? budget.full)?.message,
    }),
    holdings: () => {
      const tally = new Tally();
      budget.count(tally);
      reservations.count(tally);
      return tally.byAddress;
    },
    seatTaken: (sessionId) => reservations.taken(sessionId),
  });
  const audit = new StateAudit();
  const { board } = cluster;
  const http = createServer();
  limitRequests(http);
  const transports = await startTransports({
    transports: controls.transports,
    server: http,
    settings: config,
    log,
    connections: new Holdings(config.maxConnectionsPerAddress),
    rooms: protocolOf(controls.commands ?? COMMANDS),
    checks: [sameOriginSockets(config)],
    meterOf: (transport) => metrics.transport(transport),
    expelled: (kind) => metrics.expelled(kind),
    moved: (from, to) => metrics.seatMoved(from, to),
  });
  const roomStream = new RoomStream(board, config);
  const app = createApp({
    config,
    log,
    metrics,
    audit,
    seating: new Seating(budget, reservations, new GuestTokens(await guestSecret(config, log)), cluster),
    cluster,
    roomStream,
    transports: transports.router,
    isReady: () => ready && cluster.isOpen,
  });
  const server = new Server({
    transport: transports.colyseus,
    logger: logForColyseus(log),
    greet: false,
    gracefullyShutdown: false,
    ...cluster.matchmaker,
  });
  const deps: RoomDeps = {
    arenas: loadArenas(),
    log,
    metrics,
    audit,
    wheel: new StepWheel(TICK_MS),
    budget,
    reservations: {
      taken(sessionId) {
        if (!reservations.taken(sessionId)) cluster.seatTaken(sessionId);
      },
    },
    board,
    processRooms: cluster,
    maxIdleMinutes: config.maxIdleMinutes,
    iceServersFor: (id) => iceServersFor(config, id, Date.now()),
    slowStepMs: config.slowStepMs,
    freeCode: () => cluster.freeCode(),
    seed: () => randomInt(2 ** 32),
    ...controls,
  };
  server.define(
    ROOM,
    class extends ArenaRoom {
      override readonly deps = deps;
    },
  );
  // Colyseus waits for ever when the port is taken; the error is only heard here.
  const failed = new Promise<never>((_resolve, reject) => http.once("error", reject));
  await Promise.race([server.listen(config.port, config.host), failed]);
  // Colyseus answers every address and has put itself in front; our own application calls its matchmaker.
  http.removeAllListeners("request");
  http.on("request", app);
  const governor = new LoadGovernor(config.maxLateMs);
  metrics.watchLoad(governor);
  metrics.cluster.watch(cluster, config.redisUrl !== undefined);
  const stopWatching = watchLoop((lateMs) => {
    governor.second(lateMs);
    budget.adapt(governor.busy, governor.share);
  });
  await cluster.start();
  ready = true;
  const { port } = http.address() as AddressInfo;
  log.info({ port, arenas: [...deps.arenas.keys()] }, "listening");
  return {
    port,
    url: `http://localhost:${port}`,
    roomDeps: deps,
    lastResort: new LastResort(log, metrics),
    async stop() {
      ready = false;
      const allGone = once(http, "close");
      stopWatching();
      roomStream.stop();
      await cluster.leave();
      // People of rooms that have moved follow at once if they hear so; from now on nobody is answered here.
      await transports.heardOut(GOOD_BYE_MS);
      await server.gracefullyShutdown(false);
      await transports.stop();
      await cluster.stop();
      http.closeAllConnections();
      // Whoever ends the process now would cut off what players have not read yet, and nobody would know why it ended.
      await Promise.race([allGone, pause(GOOD_BYE_MS, undefined, { ref: false })]);
      log.info("stopped");
    },
  };
}
