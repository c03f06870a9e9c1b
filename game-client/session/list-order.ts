import type { ListedRoom } from "#shared/room-list.ts";

/** A room as the list shows it; one that is gone keeps its place, so that nothing moves under a pointer. */
export interface ShownRoom {
  readonly room: ListedRoom;
  readonly gone: boolean;
}

/** Rooms that are gone and are still shown; more of them would bury the others. */
const MAX_GONE = 6;

/**
 * The list as it is shown next: who is in it stays where it is, new rooms come last, and those that are gone stay as such, the
 * newest few of them, unless nothing follows them.
 */
export function keepOrder(shown: readonly ShownRoom[], rooms: readonly ListedRoom[]): readonly ShownRoom[] {
  const now = new Map(rooms.map((room) => [room.code, room]));
  const kept = shown.map(({ room }): ShownRoom => {
    const same = now.get(room.code);
    now.delete(room.code);
    return { room: same ?? room, gone: same === undefined };
  });
  const all = [...kept, ...[...now.values()].map((room) => ({ room, gone: false }))];
  const last = all.findLastIndex(({ gone }) => !gone);
  const rest = all.slice(0, last + 1);
  let tooMany = rest.filter(({ gone }) => gone).length - MAX_GONE;
  return rest.filter(({ gone }) => !gone || tooMany-- <= 0);
}
