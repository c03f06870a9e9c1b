import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { BarePlayer, reserveSeat } from "./support/bare-player.ts";
import { startWeighedServer, type WeighedServer, type Weight } from "./support/weighed-server.ts";

/** Drops that are made up for, in a round and transport: WebSocket is by far the quickest. */
const DROPS = NIGHTLY ? { websocket: 5000, other: 500 } : { websocket: 400, other: 40 };
/** Players on each transport, who drop their lines all the time. */
const PLAYERS = 4;
/** What leaks grows in each round; what is compiled or cached does so only in some. So the least of these counts. */
const ROUNDS = NIGHTLY ? 3 : 2;
/** Bytes that a round may add to what lies outside of the heap: two pools of Node, in which small pieces share 8 KiB. */
const MAX_OUTSIDE = 2 * 8 * 1024;
/**
 * Bytes that each drop may add to the heap, of which the first thousands still compile code: the least that a connection
 * could leave behind, its client with its socket and its queue, has more than 2000.
 */
const MAX_PER_DROP = 700;

let server: WeighedServer;
beforeAll(async () => {
  server = await startWeighedServer();
});
afterAll(() => server.stop());

/** Somebody who loses the line so often, comes back each time, and leaves. */
async function churn(transport: TransportName, code: string, drops: number): Promise<void> {
  const player = new BarePlayer(
    server.address,
    transport,
    await reserveSeat(server.address, code, { name: "x".repeat(1 + (drops % 16)) }),
  );
  await player.connect();
  for (let i = 0; i < drops; i++) {
    player.drop();
    // Somebody else cannot have the seat.
    if (i % 20 === 0) await expect(player.connect("a-guess")).rejects.toThrow();
    // The server may still see the old line.
    await waitFor("the way back", () => player.connect().then(() => true));
  }
  await player.leave();
}

/** A room for each transport whose players lose their lines, until all are closed. Returns what the server holds then. */
async function round(drops: typeof DROPS): Promise<Weight> {
  await Promise.all(
    TRANSPORTS.map(async (transport) => {
      const all = transport === "websocket" ? drops.websocket : drops.other;
      const room = await reserveSeat(server.address, undefined, { bots: 2, arena: "meadow" });
      const first = new BarePlayer(server.address, transport, room);
      await first.connect();
      const each = Math.ceil(all / PLAYERS);
      await Promise.all(Array.from({ length: PLAYERS }, (_, i) => churn(transport, room.roomId, each + i)));
      await first.leave();
    }),
  );
  // A connection that an answer came over is kept open for 5 s, with the request, and timers of 15 s hold the last seats.
  return waitFor(
    "nothing to be left of the connections",
    async () => {
      const weight = await server.weigh();
      const { rooms, left } = weight;
      const some = Object.entries({ rooms, ...left }).filter(([, count]) => count > 0);
      if (some.length > 0) throw new Error(some.map(([name, count]) => `${count} ${name}`).join(", "));
      return weight;
    },
    { timeoutMs: 60_000, everyMs: 200 },
  );
}

describe("a server that players dropped from and came back to", () => {
  it(
    `holds nothing of them once they are gone (${DROPS.websocket} drops of WebSockets a round, ${DROPS.other} of each other transport)`,
    async () => {
      let before = await round({ websocket: 40, other: 8 });
      const grown: Weight[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        const now = await round(DROPS);
        grown.push({
          ...now,
          arrayBuffers: now.arrayBuffers - before.arrayBuffers,
          heapUsed: now.heapUsed - before.heapUsed,
        });
        before = now;
      }
      const drops = DROPS.websocket + DROPS.other * (TRANSPORTS.length - 1);
      const words = JSON.stringify(grown.map(({ arrayBuffers, heapUsed }) => ({ arrayBuffers, heapUsed })));
      expect(Math.min(...grown.map(({ arrayBuffers }) => arrayBuffers)), words).toBeLessThan(MAX_OUTSIDE);
      expect(Math.min(...grown.map(({ heapUsed }) => heapUsed / drops)), words).toBeLessThan(MAX_PER_DROP);
    },
    NIGHTLY ? 1_200_000 : 300_000,
  );
});
