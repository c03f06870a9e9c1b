import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { reason, reasonBody } from "../contract/reasons.ts";
import { type SeatRequest, seatOfAddress } from "../contract/seat-request.ts";
import type { ServerTransport, TransportContext } from "../contract/server-transport.ts";
import type { Stage } from "../contract/stage.ts";
import type { UpgradeCheck } from "../contract/upgrade.ts";
import { addressOf } from "../limits/address.ts";
import { limitConnections } from "../limits/limits.ts";
import { Cork } from "../pipeline/cork.ts";
import { refuseUpgrade } from "./upgrade.ts";

/** A socket as ws-transport takes it. */
type Socket = Parameters<WebSocketTransport["onConnection"]>[0];

/** Largest frame (bytes) that a client may send. */
const MAX_FRAME = 4 * 1024;

/** WebSocket, which Colyseus itself knows: its transport behind our stages. */
export const webSocket: ServerTransport = {
  name: "websocket",
  start: (context) => ({ colyseus: new StagedWebSocketTransport(context), stop() {} }),
};

/** The WebSocket transport of Colyseus with our stages in front of its rooms. */
class StagedWebSocketTransport extends WebSocketTransport {
  readonly #context: TransportContext;
  readonly #checks: readonly UpgradeCheck[];

  constructor(context: TransportContext) {
    super({ server: context.server, maxPayload: MAX_FRAME });
    this.#context = context;
    this.#checks = [...context.checks, limitConnections(context.connections, context.settings)];
    this.wss.removeAllListeners("connection");
  }

  /** Colyseus upgrades whatever comes, and reads its address later. Here only a request for a seat becomes a socket. */
  protected override listenForUpgrade(server: Server): void {
    server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      // Nobody else listens until `ws` does: a connection that breaks off would end the process.
      stream.on("error", () => stream.destroy());
      const seat = seatOfAddress(request.url, this.#context.seatRequest);
      const refusal =
        seat === undefined
          ? { status: 404, ...reasonBody("no_seat") }
          : firstRefusal(this.#checks, request, stream);
      if (seat === undefined || refusal !== undefined) {
        if (refusal !== undefined) refuseUpgrade(stream, refusal);
        return;
      }
      this.wss.handleUpgrade(request, stream, head, (socket) => {
        this.#seat(Object.assign(socket, { pingCount: 0 }), stream, seat, request);
      });
    });
  }

  #seat(socket: Socket, stream: Duplex, seat: SeatRequest, request: IncomingMessage): void {
    const { settings, log, connect } = this.#context;
    const address = addressOf(request, settings.proxies);
    // `ws` closes the connection by itself; without a listener the error would end the process.
    socket.on("error", (error: Error) => {
      if (isBreach(error)) socket.emit("breach", "garbage", reason("no_frame"));
      else log.debug({ sparing: { error: error.message } }, "a socket failed");
    });
    // Colyseus counts the pings that were not answered. Any frame proves that its page lives, even when the answers to pings
    // wait behind what it is slow to read.
    const heard = (): void => {
      socket.pingCount = 0;
    };
    socket.on("pong", heard);
    const cork = new Cork(socket, stream);
    const edge: Stage = {
      up(frame, next) {
        heard();
        next(frame);
      },
      down: (frame, next, done) => cork.down(frame, next, done),
    };
    connect(socket, { transport: "websocket", address, edge }, seat);
  }
}

/** Whether `ws` complains of what came: its errors for that have codes of their own. */
function isBreach(error: Error): boolean {
  return "code" in error && String(error.code).startsWith("WS_ERR_");
}

function firstRefusal(checks: readonly UpgradeCheck[], request: IncomingMessage, stream: Duplex) {
  for (const check of checks) {
    const refusal = check(request, stream);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
