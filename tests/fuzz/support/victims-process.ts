/** Two honest players in a process of their own, so that nothing that the senders do makes their clocks late. */
import { NET, TICK_RATE } from "#shared/tunables.ts";
import { createRoom, joinRoom, type TestPlayer } from "../../support/game.ts";

const port = Number(process.argv[2]);
const server = { port, url: `http://127.0.0.1:${port}`, stop: async () => {} };
/** Ticks between two patches. */
const EVERY = TICK_RATE / NET.patchRate;

/** What a player gets. */
interface Received {
  patches: number;
  /** Most ticks from one patch to the next. */
  largestGap: number;
  /** The code of the close; undefined while the player is in. */
  left: number | undefined;
  /** Times between patches (ms), by whole ms; the last one stands for all that are longer. */
  intervals: Uint32Array;
}

const MAX_MS = 5000;

function watch(player: TestPlayer): Received {
  const received: Received = {
    patches: 0,
    largestGap: EVERY,
    left: undefined,
    intervals: new Uint32Array(MAX_MS + 1),
  };
  let { tick } = player.room.state;
  let at = performance.now();
  player.room.onStateChange((state) => {
    if (state.tick === tick) return;
    const now = performance.now();
    const ms = Math.min(MAX_MS, Math.round(now - at));
    received.intervals[ms] = (received.intervals[ms] ?? 0) + 1;
    received.patches += 1;
    received.largestGap = Math.max(received.largestGap, state.tick - tick);
    tick = state.tick;
    at = now;
  });
  player.room.onLeave((code) => {
    received.left = code;
  });
  player.play({ moveX: 1 });
  return received;
}

function percentile(intervals: Uint32Array, share: number): number {
  let left = intervals.reduce((sum, count) => sum + count, 0) * share;
  return intervals.findIndex((count) => {
    left -= count;
    return left <= 0;
  });
}

const first = await createRoom(server, { name: "Victim", maxPlayers: 16 });
const second = await joinRoom(server, first.room.roomId, { name: "Other" }, "long-polling");
const victims = [watch(first), watch(second)];
process.send?.({ room: first.room.roomId });
process.on("message", () => {
  process.send?.({
    victims: victims.map(({ patches, largestGap, left, intervals }) => ({
      patches,
      largestGap,
      left: left ?? null,
      p50: percentile(intervals, 0.5),
      p99: percentile(intervals, 0.99),
    })),
  });
});
process.once("disconnect", () => process.exit(0));
