import { getMessageBytes, Protocol, type Room } from "@colyseus/core";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { FeatureRoom } from "./features/feature.ts";

/** What features may use of a room. */
export function featureRoom(
  room: Room & { state: ArenaState },
  actions: Pick<
    FeatureRoom,
    | "world"
    | "arenas"
    | "options"
    | "log"
    | "maxIdleMinutes"
    | "endPhase"
    | "enterPhase"
    | "setBots"
    | "expel"
    | "giveBody"
    | "close"
    | "publish"
  >,
): Omit<FeatureRoom, "features" | "people" | "broadcast"> {
  return {
    code: room.roomId,
    state: room.state,
    send: (id, type, message) => room.clients.get(id)?.send(type, message),
    sendTo(ids, type, message) {
      const frame = getMessageBytes.raw(Protocol.ROOM_DATA, type, message);
      for (const id of ids) room.clients.get(id)?.enqueueRaw(frame);
    },
    ...actions,
  };
}
