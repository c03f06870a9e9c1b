import { Room, registerSerializer } from "@colyseus/sdk";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { tellRefusal } from "./refused-seat.ts";
import { UnfoldingSerializer } from "./unfolding-serializer.ts";
import { useTransport } from "./use-transport.ts";

/** A schema as the SDK takes it, which does not export the type. */
export type SchemaConstructor<State> = ConstructorParameters<typeof Room<unknown, State>>[1];

// What the SDK makes to decode the state of a room, if it has one.
registerSerializer("schema", UnfoldingSerializer);

/**
 * A room of the SDK that uses a transport of ours, and whose messages are plain MessagePack: it writes objects as maps, not as
 * records, which are an extension, and for which our guard disconnects the sender.
 */
export class SdkRoom<T, State> extends Room<T, State> {
  constructor(name: string, schema: SchemaConstructor<State>, make: ClientTransportFactory) {
    super(name, schema);
    // Made of the packer that is there: the package that it comes from is the SDK's own business.
    this.packr = Reflect.construct(this.packr.constructor, [{ useRecords: false, variableMapSize: true }]);
    useTransport(this, (events) => make(tellRefusal(this, events)));
  }
}
