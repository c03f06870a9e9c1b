import { CloseCode, Protocol } from "@colyseus/sdk";
import { SdkRoom } from "#player/colyseus/sdk-room.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { ClientTransport, TransportEvents } from "#transports/contract/client-transport.ts";

/** Set on a frame that carries a time (Colyseus 0.18). */
export const TIMED = 0x80;

/** A room of the SDK over a transport that a test plays the server's part of. */
export function fakeLine() {
  const sent: Uint8Array[] = [];
  const addresses: string[] = [];
  let open = false;
  let events: TransportEvents = {};
  const transport: ClientTransport = {
    name: "polling",
    reason: "for a test",
    get isOpen() {
      return open;
    },
    connect(url) {
      addresses.push(url);
      open = true;
      events.onopen?.({});
    },
    send: (frame) => void sent.push(Uint8Array.from(frame)),
    sendUnreliable: (frame) => void sent.push(Uint8Array.from(frame)),
    close(code = CloseCode.NO_STATUS_RECEIVED, reason = "") {
      open = false;
      events.onclose?.({ code, reason });
    },
  };
  const room = new SdkRoom<unknown, ArenaState>("arena", undefined, (reported) => {
    events = reported;
    return transport;
  });
  room.roomId = "ROOM1";
  const down = (...bytes: number[]): void => events.onmessage?.({ data: Uint8Array.from(bytes).buffer });
  return {
    room,
    sent,
    addresses,
    transport,
    down,
    /** The server closes, or the line is lost. */
    hangUp(code: number, reason = ""): void {
      open = false;
      events.onclose?.({ code, reason });
    },
    /** Opens the connection, as the SDK does once it has a seat. */
    connect: () => room.connect("ws://host/process/ROOM1?sessionId=me", {}),
    /** The server lets the player in, with a token for the way back and a state that nobody describes. */
    letIn(token = "token") {
      const text = [...new TextEncoder().encode(token)];
      down(Protocol.JOIN_ROOM, text.length, ...text, 4, ...new TextEncoder().encode("none"), 0);
    },
    /** A whole state comes, of which nothing is known. */
    state: () => down(Protocol.ROOM_STATE),
  };
}
