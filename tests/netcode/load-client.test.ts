import { expect, it } from "vitest";
import { LoadClient } from "#bots/load/client.ts";
import { RoomCodes } from "#bots/load/room-codes.ts";
import { Tally } from "#bots/load/tally.ts";
import { Line } from "#lab/netcode/virtual-line.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";
import { VirtualSocket } from "#lab/netcode/virtual-socket.ts";
import { TRUE_CLOCK } from "#lab/netcode/virtual-time.ts";
import { PlayerClient } from "#player/player-client.ts";
import { loadArenas } from "#server/arenas.ts";
import { webSocketTransport } from "#transports/websocket/client.ts";

/** Length of a slot of the load test's clock (ms). */
const SLOT_MS = 2;
/** A hiccup (ms) that makes inputs late by more ticks than the server lets them stay late by. */
const HICCUP_MS = 120;

/** A client of the load test in a virtual match, on a line of 10 ms each way. */
async function loadClient() {
  const arena = loadArenas().get("meadow");
  if (arena === undefined) throw new Error("There is no meadow.");
  const match = await virtualMatch({ arena });
  const { time, server } = match;
  const line = new Line(time, TRUE_CLOCK, { delayMs: 10, jitterMs: 2, loss: 0 }, 7, server.accept);
  const tally = new Tally();
  const client = new LoadClient(
    { number: 0, room: 0, opens: false, transport: "websocket", seed: 5, joinAt: 0 },
    {
      origin: "http://load",
      brain: "wander",
      roomOptions: {},
      tally,
      codes: new RoomCodes(),
      roomOpened: () => {},
      roomAt: () => {},
      now: () => performance.now(),
    },
  );
  const seat = await server.reserve("Load");
  const player = new PlayerClient({
    origin: "http://load",
    transport: webSocketTransport((url) => new VirtualSocket(line, url)),
  });
  player.take(seat).then((session) => client.begin(session, 0));
  let slot = 0;
  let asleepUntil = 0;
  setInterval(() => {
    if (performance.now() < asleepUntil) return;
    // What was slept through is made up for, as the load test's clock does it.
    for (; slot * SLOT_MS <= performance.now(); slot++) client.pass(slot * SLOT_MS, true);
  }, SLOT_MS);
  return {
    line,
    run: match.run,
    /** Lets the client's process stand still for a moment. */
    sleep(ms: number) {
      asleepUntil = time.now + ms;
    },
    /** Lets seconds pass. Returns the median time from an input to its acknowledgement (ms). */
    async inputToAck(seconds: number): Promise<number> {
      tally.latencies.reset();
      await match.run(seconds);
      return tally.latencies.distribution("inputToAck")?.p50 ?? Number.NaN;
    },
    end: match.end,
  };
}

it.each(["its process stands still", "its line holds everything up"] as const)(
  "a client of the load test has its inputs acknowledged as soon as before, some seconds after %s",
  async (hiccup) => {
    const { line, run, sleep, inputToAck, end } = await loadClient();
    try {
      await run(5);
      const before = await inputToAck(5);
      // A way there and back, a tick to wait for, a patch interval and the few ms that the latest input is early.
      expect(before).toBeLessThan(20 + 20 + 40 + 10);
      if (hiccup === "its process stands still") sleep(HICCUP_MS);
      else line.stall(HICCUP_MS);
      // The pace takes back up to 20 ms a second.
      await run(5);
      // Less than half a tick: without pacing inputs stay one or two ticks late.
      expect(await inputToAck(5)).toBeLessThan(before + 10);
    } finally {
      await end();
    }
  },
);
