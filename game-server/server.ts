import { randomInt } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { matchMaker, Server } from "@colyseus/core";
import { Encoder } from "@colyseus/schema";
import { ROOM } from "#shared/messages.ts";
import { loadArenas } from "./arenas.ts";
import type { Config } from "./config.ts";
import { createLog } from "./observability/log.ts";
import { ArenaRoom, type RoomDeps } from "./rooms/arena-room.ts";
import { freeCode } from "./rooms/codes.ts";
import { GuardedWebSocketTransport } from "./transports/websocket.ts";
import { addressOf } from "./web/address.ts";
import { createApp } from "./web/app.ts";
import { Holdings } from "./web/limits.ts";

/** A server that listens. */
export interface GameServer {
  readonly port: number;
  /** Address on this machine, without a slash at the end. */
  readonly url: string;
  /** Turns newcomers away, closes rooms and connections, and frees the port. */
  stop(): Promise<void>;
}

/** Room for the largest full state, so that the encoder does not have to grow in the middle of a match. */
const ENCODER_BYTES = 64 * 1024;
/** Time (ms) in which a request must have come completely. */
const HTTP_LIMIT_MS = 15_000;
/** Largest frame (bytes) that a client may send. */
const MAX_FRAME = 4 * 1024;

/**
 * Puts a whole game server together and starts it. One per process: the matchmaker of Colyseus is global.
 * @throws Error when an arena is broken or the port is taken.
 */
export async function createGameServer(config: Config): Promise<GameServer> {
  Encoder.BUFFER_SIZE = ENCODER_BYTES;
  const log = createLog(config.logLevel);
  let ready = false;
  const app = createApp({ config, log, isReady: () => ready });
  const http = createServer(app);
  // Who sends half a request does not hold a connection for minutes.
  http.headersTimeout = HTTP_LIMIT_MS;
  http.requestTimeout = HTTP_LIMIT_MS;
  const connections = new Holdings(config.maxConnectionsPerAddress);
  http.on("upgrade", (request: IncomingMessage, socket) => {
    const address = addressOf(request, config.proxies);
    if (!connections.take(address)) {
      socket.end("HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\n\r\n");
      return;
    }
    socket.once("close", () => connections.release(address));
  });
  const server = new Server({
    transport: new GuardedWebSocketTransport({ server: http, maxPayload: MAX_FRAME }, log),
    logger: log.child({ part: "colyseus" }),
    greet: false,
    gracefullyShutdown: false,
  });
  const deps: RoomDeps = {
    arenas: loadArenas(),
    log,
    freeCode: () => freeCode(async (code) => (await matchMaker.query({ roomId: code })).length > 0),
    seed: () => randomInt(2 ** 32),
  };
  // Fullest first, and quick play only where everybody may go.
  server
    .define(
      ROOM,
      class extends ArenaRoom {
        override readonly deps = deps;
      },
    )
    .sortBy({ clients: -1 })
    .filterBy(["open"]);
  // Colyseus waits for ever when the port is taken; the error is only heard here.
  const failed = new Promise<never>((_resolve, reject) => http.once("error", reject));
  await Promise.race([server.listen(config.port, config.host), failed]);
  // Colyseus answers every address and has put itself in front; our own application calls its matchmaker.
  http.removeAllListeners("request");
  http.on("request", app);
  ready = true;
  const { port } = http.address() as AddressInfo;
  log.info({ port, arenas: [...deps.arenas.keys()] }, "listening");
  return {
    port,
    url: `http://localhost:${port}`,
    async stop() {
      ready = false;
      await server.gracefullyShutdown(false);
      http.closeAllConnections();
      log.info("stopped");
    },
  };
}
