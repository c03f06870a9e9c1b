import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from "node:net";
import { CLEAR_LINE, type LineProfile } from "#transports/simulated/line-model.ts";
import { DelayLine, type LineClock, realClock } from "./delay-line.ts";

/** What it does to either direction, nothing unless told, and to whom. */
export interface DelayProxyOptions extends Partial<LineProfile> {
  /** Port on this machine that it stands in front of. */
  targetPort: number;
  /** Seed of jitter and loss: the same seed treats the same pieces alike. */
  seed?: number;
  clock?: LineClock;
}

/** Bytes of one direction, or the word that there are no more. */
type Piece = Buffer | "end";

/** What a stall holds up: everything, or what comes from the target. */
type Direction = "both" | "down";

/** One connection through the proxy: two sockets, and a line from each to the other. */
interface Pair {
  sockets: [Socket, Socket];
  lines: [DelayLine<Piece>, DelayLine<Piece>];
}

function newLine(to: Socket, profile: LineProfile, seed: number, clock: LineClock): DelayLine<Piece> {
  return new DelayLine<Piece>(clock, profile, seed, (piece) => {
    if (to.destroyed) return;
    if (piece === "end") to.end();
    else to.write(piece);
  });
}

/**
 * A TCP proxy that hands on the bytes of both directions as late as a link would; it can stall, cut and refuse.
 * No byte of a stream is ever lost. What loss does to it is that it waits for what has to be sent again; each piece that
 * comes in at once counts as one segment, which is what a patch or an input is.
 */
export class DelayProxy {
  readonly #options: DelayProxyOptions;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #profile: LineProfile;
  #stalled: Direction | undefined;
  #refusing = false;
  #opened = 0;

  private constructor(options: DelayProxyOptions) {
    this.#options = options;
    const { targetPort: _, seed: __, clock: ___, ...profile } = options;
    this.#profile = { ...CLEAR_LINE, ...profile };
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.#accept(client));
  }

  /** Starts one on a free port of this machine. */
  static async start(options: DelayProxyOptions): Promise<DelayProxy> {
    const proxy = new DelayProxy(options);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Connections that are open now. */
  get connections(): number {
    return this.#pairs.size;
  }

  /** Connections that were let in since the start. */
  get opened(): number {
    return this.#opened;
  }

  /** Changes what it does to what comes from now on, per direction. */
  setProfile(profile: Partial<LineProfile>): void {
    this.#profile = { ...this.#profile, ...profile };
    for (const { lines } of this.#pairs) for (const line of lines) line.profile = this.#profile;
  }

  /**
   * Stops reading and writing, so that both ends see a peer that has gone quiet and their buffers fill; with "down"
   * only what comes from the target is held up, which is a client that talks and does not read.
   */
  stall(direction: Direction = "both"): void {
    this.#stalled = direction;
    for (const { sockets, lines } of this.#pairs) {
      const from = direction === "down" ? 1 : 0;
      for (const line of lines.slice(from)) line.stall();
      for (const socket of sockets.slice(from)) socket.pause();
    }
  }

  /** Ends a stall: what was held back comes at once. */
  resume(): void {
    this.#stalled = undefined;
    for (const { sockets, lines } of this.#pairs) {
      for (const line of lines) line.resume();
      for (const socket of sockets) socket.resume();
    }
  }

  /** Cuts every connection without a goodbye. New ones are let in unless `refuse` was called. */
  cut(): void {
    for (const pair of this.#pairs) this.#drop(pair);
  }

  /** Turns new connections away at once, until `accept`. */
  refuse(): void {
    this.#refusing = true;
  }

  /** Lets new connections in again. */
  accept(): void {
    this.#refusing = false;
  }

  /** Cuts every connection and frees the port. */
  async close(): Promise<void> {
    this.refuse();
    this.cut();
    this.#server.close();
    await once(this.#server, "close");
  }

  #accept(client: Socket): void {
    if (this.#refusing) {
      client.resetAndDestroy();
      return;
    }
    this.#opened += 1;
    const target = dial({
      port: this.#options.targetPort,
      host: "127.0.0.1",
      allowHalfOpen: true,
      noDelay: true,
    });
    const { seed = 1, clock = realClock } = this.#options;
    const pair: Pair = {
      sockets: [client, target],
      lines: [
        newLine(target, this.#profile, seed + 2 * this.#opened, clock),
        newLine(client, this.#profile, seed + 2 * this.#opened + 1, clock),
      ],
    };
    this.#pairs.add(pair);
    this.#feed(pair, client, pair.lines[0]);
    this.#feed(pair, target, pair.lines[1]);
    if (this.#stalled !== undefined) this.stall(this.#stalled);
  }

  #feed(pair: Pair, from: Socket, line: DelayLine<Piece>): void {
    from.on("data", (bytes) => line.push(bytes));
    from.on("end", () => line.push("end"));
    // A socket that breaks takes the other one with it; one that has ended leaves it the bytes under way.
    from.on("error", () => this.#drop(pair));
    from.on("close", () => {
      if (pair.sockets.every((socket) => socket.destroyed)) this.#pairs.delete(pair);
    });
  }

  #drop(pair: Pair): void {
    for (const line of pair.lines) line.clear();
    for (const socket of pair.sockets) if (!socket.destroyed) socket.resetAndDestroy();
    this.#pairs.delete(pair);
  }
}
