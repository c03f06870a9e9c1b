import type { IncomingMessage } from "node:http";
import { CloseCode } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import type { Log } from "../observability/log.ts";
import { isAcceptable } from "./frames.ts";

/** Frames that a connection may send at once: what an honest one has piled up after a stall, twice over. */
const BURST = 160;
/** Frames a second that it may send for ever: 50 inputs, as many again for a clock that runs fast, and talk. */
const SUSTAINED = 110;

/** A socket of the `ws` package, as far as it is used here. */
interface Socket {
  emit(event: string, ...values: unknown[]): boolean;
  close(code: number, reason: string): void;
}

const expelled = new WeakSet<object>();

/** Whether this connection was ended for what it sent: its seat is not kept. */
export function wasExpelled(socket: object): boolean {
  return expelled.has(socket);
}

/** The WebSocket transport of Colyseus behind a guard: only frames of ours, at a bearable rate, get through. */
export class GuardedWebSocketTransport extends WebSocketTransport {
  readonly #log: Log;

  constructor(options: ConstructorParameters<typeof WebSocketTransport>[0], log: Log) {
    super(options);
    this.#log = log;
    this.wss.removeAllListeners("connection");
    this.wss.on("connection", (socket, request) => {
      this.#guard(socket);
      this.onConnection(
        socket as Parameters<WebSocketTransport["onConnection"]>[0],
        request as IncomingMessage,
      );
    });
  }

  #guard(socket: Socket): void {
    const pass = socket.emit.bind(socket);
    let allowance = BURST;
    let at = performance.now();
    socket.emit = (event, ...values) => {
      if (event !== "message") return pass(event, ...values);
      const now = performance.now();
      allowance = Math.min(BURST, allowance + ((now - at) * SUSTAINED) / 1000) - 1;
      at = now;
      const [frame] = values;
      if (allowance < 0) return this.#expel(socket, "This page sends too many messages.");
      if (!(frame instanceof Uint8Array) || !isAcceptable(frame)) {
        return this.#expel(socket, "This page sent something that the server does not understand.");
      }
      try {
        return pass(event, ...values);
      } catch (error) {
        this.#log.warn({ err: error }, "a frame could not be handled");
        return this.#expel(socket, "The server could not handle what this page sent.");
      }
    };
  }

  #expel(socket: Socket, reason: string): boolean {
    if (expelled.has(socket)) return true;
    expelled.add(socket);
    socket.close(CloseCode.WITH_ERROR, reason);
    return true;
  }
}
