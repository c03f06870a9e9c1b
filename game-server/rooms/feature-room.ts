import { getMessageBytes, Protocol, type Room } from "@colyseus/core";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { BotCrew } from "./bot-crew.ts";
import type { Connections } from "./connections.ts";
import type { FeatureRoom } from "./features/feature.ts";
import type { Places } from "./places.ts";

/** What the parts of a room do for its features, all of which are there before anybody joins. */
type ByParts =
  | "send"
  | "sendTo"
  | "expel"
  | "refuseSeat"
  | "takeSeat"
  | "giveBody"
  | "takeBody"
  | "freeToWatch"
  | "standIn";

/** The parts of a room that its features reach. */
export interface PartsForFeatures {
  readonly places: Pick<Places, "free">;
  readonly bots: Pick<BotCrew, "standIn">;
  /** Not before the room has begun. */
  connections(): Pick<Connections, "expel" | "refuseSeat" | "takeSeat" | "giveBody" | "takeBody">;
}

/** What features may use of a room. */
export function featureRoom(
  room: Room & { state: ArenaState },
  { places, bots, connections }: PartsForFeatures,
  actions: Omit<FeatureRoom, ByParts | "code" | "state" | "features" | "people" | "broadcast">,
): Omit<FeatureRoom, "features" | "people" | "broadcast"> {
  return {
    code: room.roomId,
    state: room.state,
    send: (id, type, message) => room.clients.get(id)?.send(type, message),
    sendTo(ids, type, message) {
      const frame = getMessageBytes.raw(Protocol.ROOM_DATA, type, message);
      for (const id of ids) room.clients.get(id)?.enqueueRaw(frame);
    },
    expel: (id, reason) => connections().expel(id, reason),
    refuseSeat: (id) => connections().refuseSeat(id),
    takeSeat: (id) => connections().takeSeat(id),
    giveBody: (id) => connections().giveBody(id),
    takeBody: (id) => connections().takeBody(id),
    freeToWatch: () => places.free("spectator"),
    standIn: (id, on) => bots.standIn(id, on),
    ...actions,
  };
}
