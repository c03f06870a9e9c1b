import { once } from "node:events";
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type RequestOptions,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** What the proxy does with a request. */
export type Treatment =
  | "pass"
  /** The server never sees it, and the client gets no answer. */
  | "lose request"
  /** The server handles it, and the client gets no answer. */
  | "lose response"
  /** The server gets it twice; the client gets the second answer. */
  | "twice"
  /** The client gets no answer, and the server gets it a good while later, after newer ones. */
  | "late"
  /** An event stream breaks off after a few events. */
  | "cut";

/** How long (ms) a "late" request is kept: until others have overtaken it. */
const LATE_MS = 300;
/** Length (bytes) after which a "cut" response ends. */
const CUT_BYTES = 2000;

export interface HostileProxyOptions {
  targetPort: number;
  /** Decides about each request; upgrades to WebSocket get nowhere without being asked about. */
  treat(request: IncomingMessage): Treatment;
  /** What becomes of those: they are refused, unless no answer ever comes. */
  upgrades?: "refuse" | "swallow";
}

/**
 * An HTTP proxy on this machine that does to requests what bad networks do, and refuses WebSocket as some firewalls
 * do. A connection that is to get no answer is cut, as it is when a network gives up.
 */
export class HostileProxy {
  readonly #options: HostileProxyOptions;
  readonly #server: Server;
  /** How often each treatment was given. */
  readonly given = new Map<Treatment, number>();
  readonly #swallowed = new Set<Duplex>();
  #refusedUpgrades = 0;

  private constructor(options: HostileProxyOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.on("upgrade", (_request, socket) => {
      this.#refusedUpgrades += 1;
      socket.on("error", () => {});
      if (options.upgrades === "swallow") this.#swallowed.add(socket);
      else socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    });
  }

  static async start(options: HostileProxyOptions): Promise<HostileProxy> {
    const proxy = new HostileProxy(options);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** WebSockets that were refused, or swallowed. */
  get refusedUpgrades(): number {
    return this.#refusedUpgrades;
  }

  async close(): Promise<void> {
    for (const socket of this.#swallowed) socket.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const treatment = this.#options.treat(request);
    this.given.set(treatment, (this.given.get(treatment) ?? 0) + 1);
    const body = await bodyOf(request).catch(() => undefined);
    if (body === undefined) return;
    const forward = (answer: (from: IncomingMessage) => void): void =>
      this.#forward(request, body, answer, response);
    const nowhere = (from: IncomingMessage): void => void from.resume();
    switch (treatment) {
      case "lose request":
        response.destroy();
        break;
      case "lose response":
        forward((from) => {
          from.resume();
          response.destroy();
        });
        break;
      case "late":
        response.destroy();
        setTimeout(() => forward(nowhere), LATE_MS);
        break;
      case "twice":
        forward((first) => {
          first.resume();
          first.once("end", () => forward((second) => pass(second, response)));
        });
        break;
      case "cut":
        forward((from) => pass(from, response, CUT_BYTES));
        break;
      case "pass":
        forward((from) => pass(from, response));
    }
  }

  #forward(
    request: IncomingMessage,
    body: Buffer,
    answer: (from: IncomingMessage) => void,
    response: ServerResponse,
  ): void {
    const options: RequestOptions = {
      host: "127.0.0.1",
      port: this.#options.targetPort,
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: request.headers,
    };
    const onward = ask(options, answer);
    // Whichever end goes first, the other one hears of it.
    onward.on("error", () => response.destroy());
    response.on("close", () => {
      if (!response.writableFinished) onward.destroy();
    });
    onward.end(body);
  }
}

function pass(from: IncomingMessage, to: ServerResponse, most = Number.POSITIVE_INFINITY): void {
  to.writeHead(from.statusCode ?? 502, from.headers);
  to.flushHeaders();
  let length = 0;
  from.on("data", (bytes: Buffer) => {
    length += bytes.length;
    if (length > most) to.destroy();
    else to.write(bytes);
  });
  from.on("end", () => to.end());
  from.on("error", () => to.destroy());
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
