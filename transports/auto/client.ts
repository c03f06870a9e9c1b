import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "../contract/client-transport.ts";
import type { TransportName } from "../contract/names.ts";
import { reason } from "../contract/reasons.ts";
import { httpTransport } from "../http/client.ts";
import type { HttpIo } from "../http/io.ts";
import { sseOrLongPolling } from "./sse-or-long-polling.ts";

/**
 * Time (ms) in which the first frame must have come over WebSocket. A match is to be reached within 5 s even where event
 * streams bring nothing either (`STREAM_LIMIT_MS` more) and the machine is slow (a second); the handshakes of a line of
 * 300 ms take half of it.
 */
export const WEBSOCKET_LIMIT_MS = 2000;
/** Then what has come but was not looked at yet gets this long (ms): a page may be busy just while it starts. */
export const SECOND_LOOK_MS = 250;

/** What there may be in the way of WebSocket: this end has none, it does not open, or it brings nothing. */
export type WebSocketTrouble = "no_websocket" | "websocket_closed" | "websocket_silent";

/** What a page has found out about the network that it is in; shared by all its connections. */
export interface FallbackMemory {
  /** Why WebSocket is not even tried any more; empty while it is. */
  blocked: "" | WebSocketTrouble;
  /** Event streams stay empty here: long polling is used at once. */
  streamsEmpty?: boolean;
}

/** `auto`: WebSocket, and where that is blocked or fails, requests. */
class FallbackTransport implements ClientTransport {
  readonly #events: TransportEvents;
  readonly #io: HttpIo;
  readonly #webSocket: ClientTransportFactory;
  readonly #memory: FallbackMemory;
  #current: ClientTransport | undefined;
  #http: TransportName = "sse";
  #opened = false;
  #settled = false;
  #cancelLimit = (): void => {};

  constructor(
    events: TransportEvents,
    io: HttpIo,
    webSocket: ClientTransportFactory,
    memory: FallbackMemory,
  ) {
    this.#events = events;
    this.#io = io;
    this.#webSocket = webSocket;
    this.#memory = memory;
  }

  get name(): TransportName {
    return this.#memory.blocked === "" ? "websocket" : this.#http;
  }

  get reason(): string {
    const { blocked } = this.#memory;
    if (blocked === "") return "";
    const instead = this.#http === "long-polling" ? "polling" : "sse";
    if (blocked !== "websocket_silent") return reason(`${blocked}_so_${instead}`);
    return reason(`websocket_silent_so_${instead}`, { seconds: WEBSOCKET_LIMIT_MS / 1000 });
  }

  get isOpen(): boolean {
    return this.#current?.isOpen ?? false;
  }

  connect(url: string, headers?: unknown): void {
    this.#opened = false;
    this.#settled = false;
    if (this.#memory.blocked === "") this.#tryWebSocket(url, headers);
    else this.#tryHttp(url);
  }

  send(frame: Uint8Array): void {
    this.#current?.send(frame);
  }

  sendUnreliable(frame: Uint8Array): void {
    this.#current?.sendUnreliable(frame);
  }

  close(code?: number, reason?: string): void {
    this.#settled = true;
    this.#cancelLimit();
    this.#current?.close(code, reason);
  }

  #tryWebSocket(url: string, headers: unknown): void {
    let given = false;
    const giveUp = (why: WebSocketTrouble): void => {
      if (given || this.#settled) return;
      given = true;
      this.#cancelLimit();
      socket.close();
      this.#memory.blocked = why;
      this.#tryHttp(url);
    };
    const socket = this.#webSocket({
      onopen: (event) => this.#open(event),
      onmessage: (event) => {
        if (given) return;
        this.#settle();
        this.#events.onmessage?.(event);
      },
      onclose: (event) => {
        if (given) return;
        if (this.#settled) this.#events.onclose?.(event);
        else giveUp("websocket_closed");
      },
    });
    this.#current = socket;
    this.#cancelLimit = this.#io.later(WEBSOCKET_LIMIT_MS, () => {
      this.#cancelLimit = this.#io.later(SECOND_LOOK_MS, () => {
        giveUp("websocket_silent");
      });
    });
    socket.connect(url, headers);
  }

  #tryHttp(url: string): void {
    const down = sseOrLongPolling(this.#memory.streamsEmpty ?? false, (name) => {
      this.#http = name;
      if (name === "long-polling") this.#memory.streamsEmpty = true;
    });
    const transport = httpTransport(
      "sse",
      this.#io,
      down,
    )({
      onopen: (event) => this.#open(event),
      onmessage: (event) => {
        this.#settle();
        this.#events.onmessage?.(event);
      },
      onclose: (event) => {
        // When nothing at all gets through, it is not WebSocket that is blocked.
        if (!this.#settled) this.#memory.blocked = "";
        this.#events.onclose?.(event);
      },
      onerror: (event) => this.#events.onerror?.(event),
    });
    this.#current = transport;
    transport.connect(url);
  }

  /** Whoever waits for the opening is told once, however many tries it takes. */
  #open(event: unknown): void {
    if (!this.#opened) this.#events.onopen?.(event);
    this.#opened = true;
  }

  #settle(): void {
    this.#settled = true;
    this.#cancelLimit();
  }
}

/**
 * The transport that finds out what works: WebSocket within `WEBSOCKET_LIMIT_MS`, else an event stream, else long
 * polling. What it finds it notes in `memory`.
 */
export function fallbackTransport(
  io: HttpIo,
  webSocket: ClientTransportFactory,
  memory: FallbackMemory,
): ClientTransportFactory {
  return (events) => new FallbackTransport(events, io, webSocket, memory);
}
