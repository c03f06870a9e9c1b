import { ColyseusSDK, type FetchFn, type Room, type SeatReservation } from "@colyseus/sdk";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import type { MessageSource } from "./joined-room.ts";
import { type SchemaConstructor, SdkRoom } from "./sdk-room.ts";

/** How a player gets from the matchmaker to a seat. */
export interface ConnectOptions {
  /** Makes the transport of each connection. */
  readonly transport: ClientTransportFactory;
  /** What asks the matchmaker; `fetch` unless told. */
  readonly fetch?: FetchFn;
  /** Why no seat is to be asked for: thrown when there is something. */
  trouble?(): Error | undefined;
  /** What is thrown when the matchmaker gave a seat and the transport did not lead to it, instead of the SDK's error. */
  explain?(error: unknown): unknown;
  /** What failed tries have taught. When one changes it, another is made, because that may succeed. */
  learned?(): unknown;
}

/** A client of the SDK whose rooms are connected by transports of ours. */
export class SdkClient extends ColyseusSDK {
  readonly #options: ConnectOptions;
  readonly #made: (room: MessageSource) => void;

  /**
   * @param origin Address of the server, `http(s)://host[:port]`.
   * @param made Called with each room before its connection is opened: nothing has come yet.
   */
  constructor(origin: string, options: ConnectOptions, made: (room: MessageSource) => void = () => {}) {
    super(origin, options.fetch === undefined ? {} : { fetchFn: options.fetch });
    this.#options = options;
    this.#made = made;
  }

  /** Asks for a seat and takes it. A try that used its seat up and found out why is made once more. */
  protected override async createMatchMakeRequest<T>(
    method: string,
    roomName: string,
    options?: object,
    schema?: SchemaConstructor<T>,
  ): Promise<Room<unknown, T>> {
    const trouble = this.#options.trouble?.();
    if (trouble !== undefined) throw trouble;
    const known = this.#options.learned?.();
    try {
      return await super.createMatchMakeRequest(method, roomName, options, schema);
    } catch (error) {
      if (this.#options.learned?.() === known) throw error;
      return await super.createMatchMakeRequest(method, roomName, options, schema);
    }
  }

  override consumeSeatReservation<T>(
    reservation: SeatReservation,
    schema?: SchemaConstructor<T>,
  ): Promise<Room<unknown, T>> {
    const taking = super.consumeSeatReservation(reservation, schema);
    const { explain } = this.#options;
    if (explain === undefined) return taking;
    return taking.catch((error: unknown) => {
      throw explain(error) ?? error;
    });
  }

  protected override createRoom<T>(name: string, schema: SchemaConstructor<T>): Room<unknown, T> {
    const room = new SdkRoom<unknown, T>(name, schema, this.#options.transport);
    this.#made(room);
    return room;
  }
}
