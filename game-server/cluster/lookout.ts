import { matchMaker } from "@colyseus/core";
import type { RoomBoard } from "../matchmaking/room-board.ts";
import type { Log } from "../observability/log.ts";
import type { Directory } from "./directory.ts";
import type { SharedListings } from "./shared-listings.ts";

/** Takes processes that are gone out of the directory, and their rooms out of the list. Any process does it for all. */
export async function tidyUp(
  directory: Directory,
  listings: Pick<SharedListings, "unlist">,
  board: Pick<RoomBoard, "post">,
  log: Log,
): Promise<void> {
  for (const id of (await directory.all()).gone) {
    if (id === matchMaker.processId) continue;
    await directory.remove(id);
    const codes = await listings.unlist(id);
    for (const code of codes) board.post(code, undefined);
    log.warn({ gone: id, rooms: codes.length }, "a process is gone");
  }
}
