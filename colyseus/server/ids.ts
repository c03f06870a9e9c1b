import { $refId, type Schema } from "@colyseus/schema";

/** The number by which patches name an object of a room's state; undefined before it has come into one. */
export function refIdOf(object: Schema): number | undefined {
  return object[$refId];
}
