import { type Client, ClientState, Protocol, type Room } from "@colyseus/core";
import type { Peer } from "./peer.ts";

/** Bytes under way to one player above which nothing is added that will be out of date when it arrives. */
const MOST_UNDER_WAY = 64 * 1024;
/** Bytes under way above which a player is given up who asks for answers and does not take them. */
const HOPELESS = 4 * MOST_UNDER_WAY;
/** The kind of a frame is in the low five bits of its first byte. */
const KIND_MASK = 0x1f;

/** What happens to a player who cannot keep up: it begins, and ends with a fresh state. */
export type LagEvent = "lagging" | "caught up";

/**
 * Sees to it that a player who takes frames more slowly than they come gets the latest state instead of an ever
 * longer queue: patches and messages are dropped once too much is under way, and when all of it has arrived, one
 * full state follows. Answers, errors and the close are never dropped. To be called when a client joins or returns.
 */
export function keepLatest(room: Room, client: Client, tell: (event: LagEvent) => void): void {
  const send = client.raw.bind(client);
  let state: "keeping up" | "lagging" | "resuming" = "keeping up";

  const resume = (): void => {
    state = "keeping up";
    if (client.state !== ClientState.JOINED) return;
    // biome-ignore lint/complexity/useLiteralKeys: it is private, and Colyseus has no public way to a full state
    room["sendFullState"](client);
    tell("caught up");
  };

  client.raw = (frame, options, done) => {
    const kind = (frame[0] ?? 0) & KIND_MASK;
    const isPatch = kind === Protocol.ROOM_STATE_PATCH;
    if (!isPatch && kind !== Protocol.ROOM_DATA) {
      if (underWay(client) > HOPELESS) terminate(client);
      send(frame, options, done);
      return;
    }
    if (state === "keeping up" && underWay(client) > MOST_UNDER_WAY) {
      state = "lagging";
      tell("lagging");
    }
    if (state === "keeping up") {
      send(frame, options, done);
      return;
    }
    done?.();
    if (state === "lagging" && isPatch && underWay(client) === 0) {
      state = "resuming";
      // Not now: the patch that is just being sent to everybody is not finished.
      queueMicrotask(resume);
    }
  };
}

/** Bytes that were sent to a client and have not arrived, as far as its transport knows. */
export function underWay({ ref }: Client): number {
  return isPeer(ref) ? ref.bufferedAmount : 0;
}

/** Whether what a client is connected by tells how much is under way; it does not in some tests. */
function isPeer(ref: object): ref is Pick<Peer, "bufferedAmount"> {
  return "bufferedAmount" in ref;
}

function terminate({ ref }: Client): void {
  if ("terminate" in ref && typeof ref.terminate === "function") ref.terminate();
}
