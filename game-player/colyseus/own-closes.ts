import type { Room } from "@colyseus/sdk";

/**
 * Tells of each close of an open connection that this end asks for: a session's own, and that of the SDK when the browser goes
 * offline. By its code alone that is no other than one of the server.
 */
export function onOwnClose(
  { connection }: { readonly connection: Pick<Room["connection"], "close" | "isOpen"> },
  listener: () => void,
): void {
  const { close } = connection;
  connection.close = (...said) => {
    if (connection.isOpen) listener();
    close.apply(connection, said);
  };
}
