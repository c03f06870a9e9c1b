import type { Server } from "node:http";

/** Time (ms) in which a request must have come completely. */
const REQUEST_MS = 15_000;

/** Gives requests a time in which to come: who sends half of one does not hold a connection for minutes. */
export function limitRequests(server: Server): void {
  server.headersTimeout = REQUEST_MS;
  server.requestTimeout = REQUEST_MS;
}
