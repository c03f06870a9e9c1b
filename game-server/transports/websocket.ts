import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { createAuthContext } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import type { Log } from "../observability/log.ts";
import { admit } from "./admit.ts";
import { expel, guard } from "./guard.ts";
import { oneWrite } from "./one-write.ts";
import { type SeatRequest, seatOfAddress } from "./seat-request.ts";
import { refuseUpgrade, type UpgradeCheck } from "./upgrade.ts";

/** A socket as ws-transport takes it. */
type Socket = Parameters<WebSocketTransport["onConnection"]>[0];

/** What the transport needs besides what `ws` does. */
export interface GuardedOptions {
  readonly http: Server;
  /** Largest frame (bytes) that a client may send. */
  readonly maxPayload: number;
  readonly log: Log;
  /** The address that limits count a request for. */
  addressOf(request: IncomingMessage): string;
  /** Conditions that an upgrade must meet besides asking for a seat; the first that is not met is answered. */
  readonly checks: readonly UpgradeCheck[];
}

/** The WebSocket transport of Colyseus behind the guard. */
export class GuardedWebSocketTransport extends WebSocketTransport {
  readonly #checks: readonly UpgradeCheck[];
  readonly #log: Log;
  readonly #addressOf: GuardedOptions["addressOf"];

  constructor({ http, maxPayload, log, checks, addressOf }: GuardedOptions) {
    super({ server: http, maxPayload });
    this.#checks = checks;
    this.#log = log;
    this.#addressOf = addressOf;
    this.wss.removeAllListeners("connection");
  }

  /** Colyseus upgrades whatever comes, and reads its address later. Here only a request for a seat becomes a socket. */
  protected override listenForUpgrade(server: Server): void {
    server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      // Nobody else listens until `ws` does: a connection that breaks off would end the process.
      stream.on("error", () => stream.destroy());
      const seat = seatOfAddress(request.url);
      const refusal =
        seat === undefined
          ? { status: 404, error: "There is no seat at that address." }
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
    const address = this.#addressOf(request);
    // `ws` closes the connection by itself; without a listener the error would end the process.
    socket.on("error", (error: Error) => {
      if (isBreach(error)) expel(socket, "This page sent something that is no WebSocket frame of ours.");
      else this.#log.debug({ sparing: { error: error.message } }, "a socket failed");
    });
    // Colyseus counts the pings that were not answered. Any frame proves that its page lives, even when the answers to pings
    // wait behind what it is slow to read.
    const heard = (): void => {
      socket.pingCount = 0;
    };
    socket.on("pong", heard);
    oneWrite(socket, stream);
    guard(socket, { transport: "websocket", address, log: this.#log }, heard);
    const context = createAuthContext({ headers: new Headers(), remoteAddress: address });
    void admit(socket, seat, context, this.#log);
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
