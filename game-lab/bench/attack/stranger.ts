import { request } from "node:http";
import { WebSocket } from "ws";

/** Answers of the server to one kind of attack, by what they were. */
export type Answers = Map<string, number>;

/** A seat that the server gave out. */
export interface Seat {
  readonly roomId: string;
  readonly sessionId: string;
}

/** Sends requests from one address of this machine, and counts what comes back. */
export class Stranger {
  readonly answers = new Map<string, Answers>();
  readonly #port: number;
  readonly #from: string;
  readonly #sockets = new Set<WebSocket>();

  /** @param from The loopback address that the requests come from. */
  constructor(port: number, from: string) {
    this.#port = port;
    this.#from = from;
  }

  /** Sends a request. Resolves with the body of the answer, "" when there was none. */
  ask(
    kind: string,
    method: string,
    path: string,
    headers: Record<string, string>,
    body = "",
  ): Promise<string> {
    return new Promise((resolve) => {
      const options = {
        host: "127.0.0.1",
        port: this.#port,
        localAddress: this.#from,
        method,
        path,
        headers,
      };
      const asked = request(options, (response) => {
        let text = "";
        response.on("data", (bytes: Buffer) => {
          text += bytes.toString();
        });
        response.on("end", () => {
          this.#count(kind, String(response.statusCode));
          resolve(response.statusCode === 200 ? text : "");
        });
        response.on("error", () => resolve(""));
      });
      asked.on("upgrade", (_response, socket) => {
        this.#count(kind, "101");
        socket.destroy();
        resolve("");
      });
      asked.on("error", () => {
        this.#count(kind, "cut");
        resolve("");
      });
      asked.end(body);
    });
  }

  /** Asks for a seat as the SDK does. */
  async seat(kind: string, path: string, options: object): Promise<Seat | undefined> {
    const headers = { "Content-Type": "application/json" };
    const text = await this.ask(kind, "POST", `/matchmake/${path}`, headers, JSON.stringify(options));
    return text === "" ? undefined : (JSON.parse(text) as Seat);
  }

  /** Takes a seat and says that it is in, as a page does; `then` gets the socket. */
  sit({ roomId, sessionId }: Seat, then: (socket: WebSocket) => void = () => {}): void {
    const url = `ws://127.0.0.1:${this.#port}/x/${roomId}?sessionId=${sessionId}`;
    const socket = new WebSocket(url, { localAddress: this.#from });
    this.#sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => this.#sockets.delete(socket));
    socket.once("message", () => {
      socket.send(Uint8Array.of(10));
      then(socket);
    });
  }

  /** Ends all connections. */
  stop(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #count(kind: string, what: string): void {
    const answers = this.answers.get(kind) ?? new Map<string, number>();
    this.answers.set(kind, answers);
    answers.set(what, (answers.get(what) ?? 0) + 1);
  }
}
