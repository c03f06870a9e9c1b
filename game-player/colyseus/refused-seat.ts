import type { Room } from "@colyseus/sdk";
import type { TransportEvents } from "#transports/contract/client-transport.ts";

/**
 * Reports the end of a connection over which nobody came in as the refusal that it is, to whoever joins. The SDK does the
 * same, and complains in the console besides.
 */
export function tellRefusal<T>(room: Room<unknown, T>, events: TransportEvents): TransportEvents {
  return {
    onopen: (event) => events.onopen?.(event),
    onmessage: (event) => events.onmessage?.(event),
    onerror: (event) => events.onerror?.(event),
    onclose(event) {
      // The first thing that the server tells a page that is in.
      if (room.reconnectionToken === undefined) room.onError.invoke(event.code, event.reason);
      else events.onclose?.(event);
    },
  };
}
