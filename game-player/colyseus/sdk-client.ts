import { ColyseusSDK, type FetchFn, type Room, type SeatReservation, ServerError } from "@colyseus/sdk";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { ErrorCode } from "./close-codes.ts";
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

/** What a server answers where there is no room, or none that keeps the seat. */
const GONE = 410;

/** A client of the SDK whose rooms are connected by transports of ours. */
export class SdkClient extends ColyseusSDK {
  readonly #options: ConnectOptions;
  readonly #made: (room: MessageSource) => void;
  /** The room of the seat that was given last was not there any more. */
  #hasMoved = false;
  /** The seat that was given last has an address of its process. */
  #isOfSeveral = false;

  /**
   * @param origin Address of the server, `http(s)://host[:port]`.
   * @param made Called with each room before its connection is opened: nothing has come yet.
   */
  constructor(origin: string, options: ConnectOptions, made: (room: MessageSource) => void = () => {}) {
    super(origin, options.fetch === undefined ? {} : { fetchFn: options.fetch });
    this.#options = options;
    this.#made = made;
  }

  /** Whether the process of the seat that was given last is one of several. */
  get isOfSeveral(): boolean {
    return this.#isOfSeveral;
  }

  /**
   * Asks for a seat and takes it. A try that used its seat up and found out why is made once more, and so is one whose room went
   * on in another process before the seat was taken.
   */
  protected override async createMatchMakeRequest<T>(
    method: string,
    roomName: string,
    options?: object,
    schema?: SchemaConstructor<T>,
  ): Promise<Room<unknown, T>> {
    const trouble = this.#options.trouble?.();
    if (trouble !== undefined) throw trouble;
    const known = this.#options.learned?.();
    this.#hasMoved = false;
    try {
      return await super.createMatchMakeRequest(method, roomName, options, schema);
    } catch (error) {
      if (!this.#hasMoved && this.#options.learned?.() === known) throw error;
      return await super.createMatchMakeRequest(method, roomName, options, schema);
    }
  }

  override consumeSeatReservation<T>(
    reservation: SeatReservation,
    schema?: SchemaConstructor<T>,
  ): Promise<Room<unknown, T>> {
    this.#isOfSeveral = Boolean(reservation.publicAddress);
    return super.consumeSeatReservation(reservation, schema).catch((error: unknown) => {
      this.#hasMoved = isNotThere(error);
      throw this.#options.explain?.(error) ?? error;
    });
  }

  protected override createRoom<T>(name: string, schema: SchemaConstructor<T>): Room<unknown, T> {
    const room = new SdkRoom<unknown, T>(name, schema, this.#options.transport);
    this.#made(room);
    return room;
  }
}

function isNotThere(error: unknown): boolean {
  if (!(error instanceof ServerError)) return false;
  return error.code === ErrorCode.MATCHMAKE_EXPIRED || error.code === GONE;
}
