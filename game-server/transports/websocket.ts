import type { IncomingMessage } from "node:http";
import { WebSocketTransport } from "@colyseus/ws-transport";
import type { Log } from "../observability/log.ts";
import { replaceStale } from "./admit.ts";
import { guard } from "./guard.ts";
import { oneWrite } from "./one-write.ts";

/** A socket as ws-transport takes it. */
type Socket = Parameters<WebSocketTransport["onConnection"]>[0];

/** The WebSocket transport of Colyseus behind the guard. */
export class GuardedWebSocketTransport extends WebSocketTransport {
  constructor(options: ConstructorParameters<typeof WebSocketTransport>[0], log: Log) {
    super(options);
    this.wss.removeAllListeners("connection");
    this.wss.on("connection", (socket: Socket, request: IncomingMessage) => {
      oneWrite(socket, request.socket);
      // Who speaks is alive, even when the answers to pings wait behind what it is slow to read.
      guard(socket, "websocket", log, () => {
        socket.pingCount = 0;
      });
      const url = URL.parse(`ws://server${request.url}`);
      if (url === null) {
        socket.terminate();
        return;
      }
      const token = url.searchParams.get("reconnectionToken") ?? undefined;
      replaceStale(url.pathname.split("/")[2] ?? "", url.searchParams.get("sessionId") ?? "", token);
      this.onConnection(socket, request);
    });
  }
}
