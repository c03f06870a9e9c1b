import { CloseCode } from "./close-codes.ts";
import type { JoinedRoom } from "./joined-room.ts";

/** Lets go of a room whose stay goes on by another one: the SDK does not try for it any more, and its connection is closed. */
export function leaveBehind({
  reconnection,
  connection,
}: Pick<JoinedRoom, "reconnection" | "connection">): void {
  reconnection.enabled = false;
  // A try that is due already would be made all the same.
  connection.reconnect = () => {};
  connection.close(CloseCode.MAY_TRY_RECONNECT);
}

/** Id of the process that a room was joined in, as the address of its connection says it. */
export function processIdOf({ connection }: Pick<JoinedRoom, "connection">): string {
  return connection.url?.split("?")[0]?.split("/").at(-2) ?? "";
}
