import type { ClientTransportFactory, TransportEvents } from "../contract/client-transport.ts";
import type { MovableTransport } from "../contract/movable.ts";
import type { TransportChoice, TransportName } from "../contract/names.ts";
import type { HttpIo } from "../http/io.ts";
import { movingTransport } from "../moving/client.ts";
import { type FallbackMemory, fallbackTransport } from "./client.ts";
import { rescueOf } from "./rescue.ts";

/** Random bytes of a secret. */
const SECRET_BYTES = 16;

/**
 * The transport of a choice over the transports of a table, which can move from one to the other in mid-match. `choice` is
 * asked at the beginning and at each cut.
 */
export function movingOver(
  io: HttpIo,
  table: Readonly<Record<TransportName, ClientTransportFactory>>,
  choice: () => TransportChoice,
  memory: FallbackMemory,
): (events: TransportEvents) => MovableTransport {
  const first = choice();
  return movingTransport({
    first: first === "auto" ? fallbackTransport(io, table.websocket, memory) : table[first],
    other: (name) => table[name],
    isFree: () => choice() === "auto",
    secret,
    now: () => io.now(),
    later: (ms, callback) => io.later(ms, callback),
    rescue: (...cut) => (choice() === "auto" ? rescueOf(...cut) : undefined),
  });
}

function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
