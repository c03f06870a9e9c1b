import { matchMaker } from "@colyseus/core";
import { RoomBoard } from "../matchmaking/room-board.ts";
import { freeCode } from "../rooms/codes.ts";
import { ALONE_ADDRESSES } from "./alone-addresses.ts";
import type { Cluster, ProcessRoom, Standing } from "./cluster.ts";

/** A process that stands alone: it has all rooms, and nobody to ask. */
export function alone(standing: () => Standing): Cluster {
  let isOpen = true;
  const rooms = new Map<string, ProcessRoom>();
  return {
    matchmaker: {},
    board: new RoomBoard(),
    addresses: ALONE_ADDRESSES,
    isAlone: true,
    get isOpen() {
      return isOpen;
    },
    check() {},
    ask: (question) => question(),
    freeCode: () => freeCode(async (code) => (await matchMaker.query({ roomId: code })).length > 0),
    place: async () => undefined,
    oneAtATime: (_purpose, open) => open(),
    rooms,
    opened: (room) => rooms.set(room.roomId, room),
    closed: ({ roomId }) => rooms.delete(roomId),
    seatTaken() {},
    processes: async () => [
      {
        id: matchMaker.processId,
        pid: process.pid,
        address: "",
        state: isOpen ? "open" : "draining",
        ...standing(),
      },
    ],
    awaken: async () => {},
    drain() {
      isOpen = false;
    },
    start: async () => {},
    leave: async () => {},
    stop: async () => {},
  };
}
