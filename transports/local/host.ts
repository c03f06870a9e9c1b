import type { LocalPort } from "./line.ts";

/** What a room is told of the connection of its only player. */
export interface LocalSeat {
  /** The player is there; `again`: after they had been there before. */
  opened(again: boolean): void;
  received(frame: Uint8Array): void;
  closed(): void;
}

/** What a room does with the connection. */
export interface LocalConnection {
  send(frame: Uint8Array): void;
  /** Ends it, with a code and a reason that the page is told. */
  close(code: number, reason: string): void;
}

/** The room's end of a port: seats whoever comes over it. */
export function hostLocal(port: LocalPort, seated: (connection: LocalConnection) => LocalSeat): void {
  const seat = seated({
    send: (bytes) => port.send({ kind: "frame", bytes }),
    close: (code, reason) => port.send({ kind: "closed", code, reason }),
  });
  port.listen(
    (message) => {
      if (message.kind === "frame") seat.received(message.bytes);
      else if (message.kind === "closed") seat.closed();
      else if (message.kind === "connect") {
        port.send({ kind: "opened" });
        seat.opened(message.again);
      }
    },
    () => seat.closed(),
  );
}
