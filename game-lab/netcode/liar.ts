import type { JoinedRoom } from "#player/colyseus/joined-room.ts";
import type { InputState } from "#shared/state/input-state.ts";

/** When a page lies: not at all, in the inputs in which it pays, or in all of them. */
export type Lies = "never" | "at times" | "always";

/** How far from the truth an input says that its page was. */
export interface Lie {
  /** So much (ms) older than it was is the picture of others said to have been. */
  readonly backdatedMs?: number;
  /** The tick that is named as that of the newest state. */
  readonly seen?: number;
}

/** Lets a page lie to its server about what it saw, in every input for which `lie` has something to say. */
export function lieTo(room: JoinedRoom, lie: () => Lie | undefined): void {
  const input = room.input.bind(room);
  room.input = ((options: Parameters<typeof input>[0]) => {
    const handle = input<InputState>(options as never);
    const send = handle.send.bind(handle);
    handle.send = () => {
      const { backdatedMs = 0, seen } = lie() ?? {};
      if (seen !== undefined) handle.data.seen = seen;
      // The moment is stamped by the clock of the room, less what a page is told to be behind it.
      const { clock } = room;
      const now = clock.serverNow.bind(clock);
      clock.serverNow = () => now() - backdatedMs;
      try {
        return send();
      } finally {
        clock.serverNow = now;
      }
    };
    return handle;
  }) as typeof room.input;
}
