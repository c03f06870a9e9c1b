import { RoomListEvent } from "#shared/room-list.ts";
import type { EventHandlers } from "./session/room-list.ts";

/** Opens the stream of the room list. Returns what closes it. */
export function openRoomList({ event, failed }: EventHandlers): () => void {
  const source = new EventSource("/api/rooms/stream");
  for (const name of Object.values(RoomListEvent))
    source.addEventListener(name, ({ data }) => event(name, String(data)));
  source.onerror = () => {
    // The browser would open it again by itself, at its own pace.
    source.close();
    failed();
  };
  return () => source.close();
}
