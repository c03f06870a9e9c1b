import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { nextRandom } from "#shared/random.ts";
import type { ClientTransport } from "#transports/contract/client-transport.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { createTransport } from "#transports/node.ts";
import { createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";
import { HostileProxy, type Treatment } from "../support/hostile-proxy.ts";
import { waitFor } from "../support/wait-for.ts";

const OVER_HTTP = ["sse", "long-polling", "polling"] as const satisfies readonly TransportName[];
/** Share of requests to a connection that something happens to. */
const BAD_SHARE = 0.3;
const TREATMENTS: readonly Treatment[] = ["lose request", "lose response", "twice", "late", "cut"];

let server: GameServer;
let host: TestPlayer;
beforeAll(async () => {
  server = await startGame();
  host = await createRoom(server, { maxPlayers: 16 });
  host.play();
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

/** A proxy that treats requests to open connections badly, in an order that is the same in every run. */
function startProxy(seed: number): Promise<HostileProxy> {
  let state = seed;
  const roll = (): number => {
    const next = nextRandom(state);
    state = next.state;
    return next.value;
  };
  return HostileProxy.start({
    targetPort: server.port,
    treat(request) {
      // What opens a connection may fail and is then tried again by the player: that is another matter.
      if (!/^\/transports\/[\w-]+\/[\w-]/.test(request.url ?? "")) return "pass";
      // The answer to it is the stream itself: it can be cut, not lost.
      if (request.url?.startsWith("/transports/sse/") && request.method === "GET") return "cut";
      if (roll() >= BAD_SHARE) return "pass";
      const treatment = TREATMENTS[Math.floor(roll() * 4)] ?? "pass";
      return treatment;
    },
  });
}

describe.each(OVER_HTTP)("through a hostile proxy, %s", (transport) => {
  it("loses nothing and doubles nothing, in either direction", async () => {
    const proxy = await startProxy(7);
    const guest = await joinRoom(server, host.room.roomId, { name: "Ann" }, transport, proxy.url);
    let dropped = false;
    guest.room.onDrop(() => {
      dropped = true;
    });
    guest.play({ moveX: 0.5 });
    const input = guest.room.input({});
    // Deltas on deltas, both ways: a single frame too many or too few, and the states would never be equal again.
    await waitFor("150 inputs to be acknowledged", () => input.lastProcessed > 150, { timeoutMs: 25_000 });
    guest.stop();
    await guest.until("the same state as the host's", (state) => {
      const mine = state.players.get(guest.room.sessionId);
      const theirs = host.room.state.players.get(guest.room.sessionId);
      return mine !== undefined && theirs !== undefined && mine.x === theirs.x && mine.y === theirs.y;
    });
    expect(dropped).toBe(false);
    expect([...proxy.given.keys()]).toEqual(
      expect.arrayContaining(["pass", "lose request", "lose response", "twice", "late"]),
    );
    await guest.leave();
    await proxy.close();
  });
});

describe("the id of a connection", () => {
  it("is secret: a session id, a guess and an id of the past get nothing", async () => {
    const urls: string[] = [];
    const proxy = await HostileProxy.start({
      targetPort: server.port,
      treat(request) {
        urls.push(request.url ?? "");
        return "pass";
      },
    });
    const guest = await joinRoom(server, host.room.roomId, { name: "Ann" }, "long-polling", proxy.url);
    const { sessionId } = guest.room;
    const address = urls.find((url) => /^\/transports\/long-polling\/./.test(url))?.split("?")[0] ?? "";
    expect(address).toMatch(/\/[\w-]{22}$/);
    expect(address).not.toContain(sessionId);
    const ends = [sessionId, guest.room.reconnectionToken.split(":")[1], "x".repeat(22), host.room.sessionId];
    for (const end of ends) {
      const url = `http://127.0.0.1:${server.port}/transports/long-polling/${end}`;
      for (const answer of [
        await fetch(`${url}?ack=0`),
        await fetch(url, {
          method: "POST",
          headers: { "Content-Type": "application/octet-stream" },
          body: "\0\x01",
        }),
      ]) {
        expect(answer.status).toBe(404);
      }
    }
    expect(guest.seat.connected).toBe(true);
    await guest.leave();
    const replayed = () => fetch(`http://127.0.0.1:${server.port}${address}?ack=0`);
    await waitFor("the id to be forgotten", async () => (await replayed()).status === 404);
    await proxy.close();
  });

  it("of a player whose seat is taken opens no second connection to it", async () => {
    const thief: ClientTransport = createTransport("sse", {
      onclose: (event) => closes.push(event),
      onmessage: (event) => frames.push(new Uint8Array(event.data)),
    });
    const closes: { code: number }[] = [];
    const frames: Uint8Array[] = [];
    thief.connect(`ws://127.0.0.1:${server.port}/p/${host.room.roomId}?sessionId=${host.room.sessionId}`);
    await waitFor("the refusal", () => closes.length > 0);
    expect(closes[0]?.code).toBe(4002);
    // An error, and nothing of the game.
    expect(frames.map((frame) => frame[0])).toEqual([11]);
    expect(host.seat.connected).toBe(true);
  });
});
