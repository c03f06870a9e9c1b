import type { Client } from "@colyseus/core";
import { sessionOf } from "#transports/pipeline/session.ts";

/** Bytes that were sent to a client and have not arrived, as far as its transport knows. */
export function underWay(client: Client): number {
  return sessionOf(client)?.bufferedAmount ?? 0;
}
