import { ColyseusSDK, type Room } from "@colyseus/sdk";
import { type ClientTransportFactory, useTransport } from "#transports/contract/client-transport.ts";

/** A schema as the SDK takes it, which does not export the type. */
type SchemaConstructor<T> = ConstructorParameters<typeof Room<unknown, T>>[1];

/** A client of the SDK in Node, whose rooms are connected by the given transport. */
export class BotClient extends ColyseusSDK {
  readonly #make: ClientTransportFactory;

  /** @param origin Address of the server, `http(s)://host[:port]`. */
  constructor(origin: string, make: ClientTransportFactory) {
    super(origin);
    this.#make = make;
  }

  protected override createRoom<T>(name: string, schema: SchemaConstructor<T>): Room<unknown, T> {
    return useTransport(super.createRoom(name, schema), this.#make);
  }
}
