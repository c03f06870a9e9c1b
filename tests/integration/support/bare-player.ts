import { ROOM } from "#shared/messages.ts";
import type { ClientTransport } from "#transports/contract/client-transport.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { createTransport } from "#transports/node.ts";

/** Kinds of frames, by Colyseus 0.18: the first byte. */
export const Frame = { Join: 10, Error: 11, Leave: 12, Data: 13, Ping: 18, Input: 19 } as const;
/** Close code (Colyseus) with which a page drops its own line and asks again. */
const MAY_TRY_RECONNECT = 4010;

/** A seat that the matchmaker has reserved. */
export interface Seat {
  readonly roomId: string;
  readonly sessionId: string;
}

/** Asks the matchmaker for a seat: in a new room, or in the one with this code. @throws Error with what it says. */
export async function reserveSeat(address: string, code?: string, options: object = {}): Promise<Seat> {
  const way = code === undefined ? `create/${ROOM}` : `joinById/${code}`;
  const answer = await fetch(`${address}/matchmake/${way}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(options),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text) as Seat;
}

/** A player of the fewest parts: a transport and the frames that it takes to be in a room. Decodes no state. */
export class BarePlayer {
  readonly #address: string;
  readonly #transport: TransportName;
  readonly #seat: Seat;
  #end: ClientTransport | undefined;
  #token: string | undefined;
  #closed: Promise<{ code: number; reason: string }> | undefined;
  #patches = 0;

  constructor(address: string, transport: TransportName, seat: Seat) {
    this.#address = address;
    this.#transport = transport;
    this.#seat = seat;
  }

  /** How the connection ended, once it has. */
  get closed(): Promise<{ code: number; reason: string }> {
    if (this.#closed === undefined) throw new Error("This player was never connected.");
    return this.#closed;
  }

  /**
   * Takes the seat, or takes it again with the token of the last connection, until the first state has come.
   * @throws Error when the connection ends before.
   */
  connect(token = this.#token): Promise<void> {
    const query = new URLSearchParams({ sessionId: this.#seat.sessionId });
    if (token !== undefined) query.set("reconnectionToken", token);
    return new Promise((resolve, reject) => {
      let joined = false;
      this.#closed = new Promise((closed) => {
        const end = createTransport(this.#transport, {
          onmessage: ({ data }) => {
            const frame = new Uint8Array(data);
            if (frame[0] === Frame.Join) {
              joined = true;
              this.#token = new TextDecoder().decode(frame.subarray(2, 2 + (frame[1] ?? 0)));
              end.send(Uint8Array.of(Frame.Join));
            } else if (joined) {
              resolve();
              this.#playAlong();
            }
          },
          onerror: ({ reason }) => reject(new Error(reason)),
          onclose: ({ code, reason }) => {
            closed({ code, reason });
            reject(new Error(`${code} ${reason}`));
          },
        });
        this.#end = end;
        end.connect(`${this.#address.replace("http", "ws")}/process/${this.#seat.roomId}?${query}`);
      });
    });
  }

  /** Sends a frame as it is. */
  send(frame: Uint8Array): void {
    this.#end?.send(frame);
  }

  /** Gives the line up, as a page does that believes it dead. The seat is kept for a while. */
  drop(): void {
    this.#end?.close(MAY_TRY_RECONNECT);
  }

  /** Leaves for good. */
  async leave(): Promise<void> {
    this.send(Uint8Array.of(Frame.Leave));
    await this.closed;
  }

  /** One input for each two steps: it names the move to the side and its number. */
  #playAlong(): void {
    this.#patches += 1;
    const [low, high] = [this.#patches & 0xff, this.#patches >> 8];
    this.send(Uint8Array.of(Frame.Input, 0, low, 6, low, high, 0, 0));
  }
}
