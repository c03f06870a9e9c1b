import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "#transports/contract/client-transport.ts";
import type { MovableTransport } from "#transports/contract/movable.ts";

/** A connection of the SDK, as far as it is touched here. */
interface SdkConnection {
  transport: object;
  events: TransportEvents;
}

/**
 * Gives every connection that this room of the SDK will open a transport of ours. The SDK has no option for it: the
 * transport is exchanged in the moment between the making of the connection and its first use.
 */
export function useTransport(room: { connection: SdkConnection }, make: ClientTransportFactory): void {
  let current = room.connection;
  Object.defineProperty(room, "connection", {
    configurable: true,
    enumerable: true,
    get: () => current,
    set(connection: SdkConnection) {
      connection.transport = make(connection.events);
      current = connection;
    },
  });
}

/** What a room of the SDK is connected by; its own transport is WebSocket. */
export function transportOf(room: { connection: { transport: object } }): {
  name: string;
  reason: string;
} {
  const { transport } = room.connection;
  return isOurs(transport)
    ? { name: transport.name, reason: transport.reason }
    : { name: "websocket", reason: "" };
}

/** What of a room's connection can move to another transport, if it can. */
export function movableOf({
  connection: { transport },
}: {
  connection: { transport: object };
}): MovableTransport | undefined {
  return isOurs(transport) ? transport.movable : undefined;
}

function isOurs(transport: object): transport is ClientTransport {
  return "name" in transport && "reason" in transport;
}
