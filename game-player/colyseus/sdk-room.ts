import { Room } from "@colyseus/sdk";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { tellRefusal } from "./refused-seat.ts";
import { useTransport } from "./use-transport.ts";

/** A schema as the SDK takes it, which does not export the type. */
export type SchemaConstructor<State> = ConstructorParameters<typeof Room<unknown, State>>[1];

/**
 * A room of the SDK that is connected by a transport of ours, and whose messages are plain MessagePack: objects as maps by
 * their names, which every server can read, not as records of an extension, which the guard of ours puts their sender out for.
 */
export class SdkRoom<T, State> extends Room<T, State> {
  constructor(name: string, schema: SchemaConstructor<State>, make: ClientTransportFactory) {
    super(name, schema);
    // Made of the packer that is there: the package that it comes from is the SDK's own business.
    this.packr = Reflect.construct(this.packr.constructor, [{ useRecords: false, variableMapSize: true }]);
    useTransport(this, (events) => make(tellRefusal(this, events)));
  }
}
