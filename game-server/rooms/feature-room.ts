import { CloseCode, type Room } from "@colyseus/core";
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
    | "giveBody"
    | "close"
    | "publish"
  >,
): Omit<FeatureRoom, "features" | "people" | "broadcast"> {
  return {
    code: room.roomId,
    state: room.state,
    send: (id, type, message) => room.clients.get(id)?.send(type, message),
    expel: (id, reason) => room.clients.get(id)?.leave(CloseCode.WITH_ERROR, reason),
    ...actions,
  };
}
