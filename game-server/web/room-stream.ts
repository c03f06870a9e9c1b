import type { Request, RequestHandler, Response } from "express";
import { refusal } from "#shared/refusals/refusal.ts";
import { ROOM_LIST_ALIVE_MS, RoomListEvent } from "#shared/room-list.ts";
import { addressOf } from "#transports/limits/address.ts";
import { Holdings } from "#transports/limits/limits.ts";
import type { Config } from "../config.ts";
import type { RoomBoard } from "../matchmaking/room-board.ts";
import { listRooms } from "../matchmaking/room-list.ts";
import { EventStream, eventOf, STREAM_HEADERS } from "./event-stream.ts";
import { refusalBody } from "./refusal-body.ts";
import { RoomFeed } from "./room-feed.ts";

/** Readers of the whole server: each costs a socket, and a write now and then. */
const MAX_READERS = 1000;
const ALIVE = eventOf(RoomListEvent.Alive, "{}");

/** Answers `GET /api/rooms/stream`: the room list as server-sent events, for as long as somebody reads. */
export class RoomStream {
  readonly #feed: RoomFeed;
  /** How many each address has. */
  readonly #addresses: Holdings;
  readonly #config: Pick<Config, "proxies" | "maxConnectionsPerAddress">;
  readonly #streams = new Set<EventStream>();
  /** Runs while somebody reads. */
  #heartbeat: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(board: RoomBoard, config: Pick<Config, "proxies" | "maxConnectionsPerAddress">) {
    this.#config = config;
    this.#addresses = new Holdings(config.maxConnectionsPerAddress);
    const clock = { now: () => performance.now(), after: later };
    this.#feed = new RoomFeed({ board, list: listRooms, clock });
  }

  /** The handler of the route. */
  readonly answer: RequestHandler = async (request, response, next) => {
    if (request.method === "HEAD") {
      response.writeHead(200, STREAM_HEADERS).end();
      return;
    }
    const stream = this.#admit(request, response);
    if (stream === undefined) return;
    try {
      const leave = await this.#feed.read((event) => stream.tell(event));
      if (stream.over) leave();
      else response.on("close", leave);
    } catch (error) {
      next(error);
    }
  };

  /** Ends all of them, and begins none any more. */
  stop(): void {
    this.#stopped = true;
    for (const stream of this.#streams) stream.end();
  }

  /** Counts a reader until they have gone. Undefined when they are refused. */
  #admit(request: Request, response: Response): EventStream | undefined {
    const address = addressOf(request, this.#config.proxies);
    const refused = this.#refuse(address);
    if (refused !== undefined) {
      response.status(refused.status).json(refusalBody(refused.status, refused.why));
      return undefined;
    }
    const stream = new EventStream(response);
    this.#streams.add(stream);
    this.#heartbeat ??= setInterval(() => this.#beat(), ROOM_LIST_ALIVE_MS);
    response.on("close", () => {
      this.#addresses.release(address);
      this.#streams.delete(stream);
      if (this.#streams.size > 0) return;
      clearInterval(this.#heartbeat);
      this.#heartbeat = undefined;
    });
    return stream;
  }

  /** Why there is none for this address, or undefined: then it is counted. */
  #refuse(address: string): { status: number; why: string } | undefined {
    if (this.#stopped) return { status: 503, why: refusal("going_down") };
    if (this.#streams.size >= MAX_READERS) return { status: 503, why: refusal("lists_full") };
    if (this.#addresses.take(address)) return undefined;
    const lists = this.#config.maxConnectionsPerAddress;
    return { status: 429, why: refusal("lists_of_address", { lists }) };
  }

  #beat(): void {
    for (const stream of this.#streams) if (stream.begun) stream.tell(ALIVE);
  }
}

function later(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
