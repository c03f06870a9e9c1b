import { ColyseusSDK, type Room, type SeatReservation } from "@colyseus/sdk";
import type { FallbackMemory } from "#transports/auto/client.ts";
import { createTransport } from "#transports/browser.ts";
import { useTransport } from "#transports/contract/client-transport.ts";
import type { TransportChoice } from "#transports/contract/names.ts";
import { quietFetch } from "#transports/http/quiet-fetch.ts";
import { hearEarly } from "./early-messages.ts";
import { tellRefusal } from "./refused-seat.ts";
import { hasTransport, troubleAhead, troubleOf } from "./trouble.ts";

/** A schema as the SDK takes it, which does not export the type. */
type SchemaConstructor<T> = ConstructorParameters<typeof Room<unknown, T>>[1];

/** A client of the SDK whose rooms are connected by a transport of our choice. */
export class TransportClient extends ColyseusSDK {
  readonly #choice: () => TransportChoice;
  readonly #memory: FallbackMemory = {
    blocked: hasTransport("websocket") ? "" : "This browser has no WebSocket",
    streamsEmpty: !hasTransport("sse"),
  };

  /**
   * @param origin Address of the server, `http(s)://host[:port]`.
   * @param choice Asked for each connection to a room, so that a setting takes effect with the next one.
   */
  constructor(origin: string, choice: () => TransportChoice) {
    super(origin, { fetchFn: quietFetch });
    this.#choice = choice;
  }

  /**
   * Asks for a seat and takes it. A WebSocket that opens and then stays silent has used the seat up before it is
   * found out: then another one is asked for. Where the browser lacks the transport of the choice, none is asked for.
   * @throws TransportTrouble when another transport may do better than the one that was chosen.
   */
  protected override async createMatchMakeRequest<T>(
    method: string,
    roomName: string,
    options?: object,
    schema?: SchemaConstructor<T>,
  ): Promise<Room<unknown, T>> {
    const { blocked } = this.#memory;
    const trouble = troubleAhead(this.#choice());
    if (trouble !== undefined) throw trouble;
    try {
      return await super.createMatchMakeRequest(method, roomName, options, schema);
    } catch (error) {
      if (this.#memory.blocked === blocked) throw error;
      return await super.createMatchMakeRequest(method, roomName, options, schema);
    }
  }

  override async consumeSeatReservation<T>(
    reservation: SeatReservation,
    schema?: SchemaConstructor<T>,
  ): Promise<Room<unknown, T>> {
    const choice = this.#choice();
    try {
      return await super.consumeSeatReservation(reservation, schema);
    } catch (error) {
      throw troubleOf(choice, error) ?? error;
    }
  }

  protected override createRoom<T>(name: string, schema: SchemaConstructor<T>): Room<unknown, T> {
    const room = hearEarly(super.createRoom(name, schema));
    return useTransport(room, (events) =>
      createTransport(this.#choice(), tellRefusal(room, events), this.#memory),
    );
  }
}
