import type { TransportName } from "#transports/contract/names.ts";
import type { HttpRequest } from "../inputs/http-request.ts";
import type { Session } from "../inputs/sessions.ts";
import { overHttp } from "./http.ts";
import { bytesOf, openSocket, sendAll } from "./raw-http.ts";
import { newRoom, type Seat, seatAgain, seatIn } from "./seats.ts";
import { overWebRtc } from "./webrtc.ts";
import { overWebSocket } from "./websocket.ts";
import { type Destination, PATIENCE_MS, type Wire, within } from "./wire.ts";

/** One session of so many takes its seat in the room of the victims. */
const AMONG_VICTIMS = 4;

/** Sends inputs to a server, and counts them. */
export class Sender {
  readonly #port: number;
  readonly #room: string;
  readonly #addressOf: (n: number) => string;
  /** The room that the last seat was in. */
  #pen: string | undefined;
  #turn = 0;
  /** Messages and requests that were sent. */
  inputs = 0;
  bytes = 0;
  /** Sessions that were given a seat and heard the server. */
  seated = 0;

  /** @param room The code of the room in which the victims play. @param addressOf The address of the n-th sender. */
  constructor(port: number, room: string, addressOf: (n: number) => string) {
    this.#port = port;
    this.#room = room;
    this.#addressOf = addressOf;
  }

  /** Sends requests, all at once, each on a connection of its own. */
  async requests(requests: readonly HttpRequest[]): Promise<void> {
    const wantsSeat = requests.some((request) => JSON.stringify(request).includes("{session}"));
    const seat = wantsSeat ? await seatIn(this.#port, this.#next(), this.#room) : undefined;
    await Promise.all(requests.map((request) => this.#request(request, seat)));
  }

  /** Takes seats, all at once, and sends from each of them. */
  async sessions(sessions: readonly Session[]): Promise<void> {
    await Promise.all(sessions.map((session) => this.#session(session)));
  }

  async #request(request: HttpRequest, seat: Seat | undefined): Promise<void> {
    this.inputs += 1;
    const fill = (text: string): string =>
      text.replaceAll("{room}", this.#room).replaceAll("{session}", seat?.sessionId ?? "none");
    const named = (name: string): boolean => request.headers.some(([other]) => other.toLowerCase() === name);
    const isUpgrade = named("upgrade");
    const bytes = bytesOf({
      ...request,
      target: fill(request.target),
      body: fill(request.body),
      headers: [
        ...request.headers,
        ...(named("x-forwarded-for") ? [] : [["X-Forwarded-For", this.#next()] as const]),
        ...(isUpgrade ? [] : [["Connection", "close"] as const]),
      ],
    });
    this.bytes += bytes.length;
    if (isUpgrade) await this.#upgrade(bytes);
    // A body that is not as long as it was said to be is waited for, until the line ends.
    else await sendAll(this.#port, [bytes], named("content-length") || named("transfer-encoding"));
  }

  /** Whoever becomes a WebSocket hangs up after the first thing that it hears. */
  async #upgrade(bytes: Buffer): Promise<void> {
    const { socket, closed } = openSocket(this.#port);
    socket.once("data", () => socket.end());
    socket.write(bytes);
    await within(PATIENCE_MS, closed);
    socket.destroy();
  }

  async #session(session: Session): Promise<void> {
    const from = this.#next();
    const seat = await this.#seat(from);
    if (seat === undefined) return;
    const to: Destination = { ...seat, port: this.#port, from, room: seat.roomId };
    const wire = await connect(session.transport, to);
    if (wire === undefined) return;
    if (wire.token !== undefined) this.seated += 1;
    await this.#talk(wire, session);
    // Who said good-bye may have done so before the seat was confirmed, or in a batch that was refused.
    wire.break();
    if (session.end !== "return" || wire.token === undefined) return;
    const again = await seatAgain(this.#port, from, seat.roomId, wire.token);
    if (again === undefined) return;
    const back = await connect(session.transport, { ...to, ...again, reconnectionToken: wire.token });
    if (back === undefined) return;
    await this.#talk(back, session);
    back.break();
  }

  async #talk(wire: Wire, { messages }: Session): Promise<void> {
    for (const message of messages) wire.send(message);
    this.inputs += messages.length;
    this.bytes += messages.join("").length / 2;
    await wire.settle();
  }

  /** A seat among the victims, in the room of the last one, or in a new room, whichever there is. */
  async #seat(from: string): Promise<Seat | undefined> {
    const amongVictims =
      this.#turn % AMONG_VICTIMS === 0 ? await seatIn(this.#port, from, this.#room) : undefined;
    if (amongVictims !== undefined) return amongVictims;
    const inPen = this.#pen === undefined ? undefined : await seatIn(this.#port, from, this.#pen);
    const seat = inPen ?? (await newRoom(this.#port, from));
    this.#pen = seat?.roomId;
    return seat;
  }

  #next(): string {
    this.#turn += 1;
    return this.#addressOf(this.#turn);
  }
}

/** Connects to a seat over a transport. Undefined when nothing comes of it. */
export function connect(transport: TransportName, to: Destination): Promise<Wire | undefined> {
  if (transport === "websocket") return overWebSocket(to);
  return transport === "webrtc" ? overWebRtc(to) : overHttp(transport, to);
}
