import { ColyseusSDK, type Room } from "@colyseus/sdk";
import { type ClientTransportFactory, useTransport } from "#transports/contract/client-transport.ts";

import { hearEarly } from "../transports/early-messages.ts";

/** A schema as the SDK takes it, which does not export the type. */
type SchemaConstructor<T> = ConstructorParameters<typeof Room<unknown, T>>[1];

/** A client of the SDK that is connected by one transport and by no other. */
export class LabClient extends ColyseusSDK {
  readonly #transport: ClientTransportFactory;

  constructor(origin: string, transport: ClientTransportFactory) {
    super(origin);
    this.#transport = transport;
  }

  protected override createRoom<T>(name: string, schema: SchemaConstructor<T>): Room<unknown, T> {
    return useTransport(hearEarly(super.createRoom(name, schema)), this.#transport);
  }
}
