import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { PlayerClient } from "#player/player-client.ts";
import type { GameServer } from "#server/server.ts";
import { nextRandom } from "#shared/random.ts";
import type { DialledChannels } from "#transports/webrtc/attempt.ts";
import { nodeWebRtc } from "#transports/webrtc/node.ts";
import { addressOf, createRoom, startGame, type TestPlayer } from "../support/game.ts";
import type { UdpProxy } from "../support/udp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";
import { clientWith, joinOver, proxiedPost, serverEndOf } from "./support/webrtc.ts";

/** Offers that an address may post in a minute. */
const OFFERS = 240;

let server: GameServer;
let host: TestPlayer;
beforeAll(async () => {
  server = await startGame({ maxJoinsPerMinute: OFFERS });
  host = await createRoom(server, { maxPlayers: 16 });
  host.play();
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

const join = (client: PlayerClient): Promise<TestPlayer> => joinOver(client, host.room.roomId);

/** Posts an offer as it is. */
function post(body: unknown): Promise<Response> {
  return fetch(`${addressOf(server)}/transports/webrtc`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

describe("an offer", () => {
  it("of anything but a seat's data channels is refused in words, and hurts nobody", async () => {
    let offer = "";
    const spy = clientWith(server, {
      post: (url, body) => {
        offer = body;
        return nodeWebRtc.post(url, body);
      },
    });
    const guest = await join(spy);
    const good = JSON.parse(offer);
    await guest.leave();
    // The seat that it was for is taken: a copy of the offer gets nothing.
    const replay = await post(good);
    expect(replay.status).toBe(410);
    expect(await replay.json()).toEqual({
      code: 410,
      error: "seat_not_kept",
      sentence: "That seat is not kept any more.",
    });

    const lines: string[] = good.sdp.split("\r\n");
    const broken = [
      {},
      [],
      null,
      { ...good, sdp: 7 },
      { ...good, sdp: "" },
      { ...good, roomId: "../x" },
      { ...good, more: true },
      ...lines.map((_, i) => ({ ...good, sdp: lines.filter((_line, at) => at !== i).join("\r\n") })),
      { ...good, sdp: good.sdp.replace("webrtc-datachannel", "x") },
      { ...good, sdp: `${good.sdp}${good.sdp}` },
    ];
    for (const body of broken) {
      const answer = await post(body);
      expect([400, 410]).toContain(answer.status);
      expect((await answer.json()).sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect((await post(`{"sdp":"${"x".repeat(20_000)}"}`)).status).toBe(413);
    expect((await post("{")).status).toBe(400);
    const { tick } = host.room.state;
    await host.until("the game to go on", (state) => state.tick > tick + 10);
  });

  it("for a seat may hold any nonsense: the engine refuses it or nobody calls", async () => {
    let random = 3;
    const dice = (sides: number) => {
      const next = nextRandom(random);
      random = next.state;
      return Math.floor(next.value * sides);
    };
    const spoil = clientWith(server, {
      post: (url, body) => {
        const offer = JSON.parse(body);
        const lines: string[] = offer.sdp.split("\r\n");
        const at = dice(lines.length);
        const line = lines[at] ?? "";
        const from = dice(line.length + 1);
        lines[at] =
          line.slice(0, from) +
          String.fromCharCode(33 + dice(90)).repeat(1 + dice(40)) +
          line.slice(from + dice(3));
        return nodeWebRtc.post(url, JSON.stringify({ ...offer, sdp: lines.join("\r\n") }));
      },
      // Nobody waits eight seconds for a connection that cannot be.
      every: (_ms, run) => nodeWebRtc.every(1, run),
    });
    const tries = await Promise.allSettled(Array.from({ length: 40 }, () => join(spoil)));
    for (const result of tries) if (result.status === "fulfilled") await result.value.leave();
    expect(tries.some((result) => result.status === "rejected")).toBe(true);
    const fine = await join(clientWith(server, {}));
    await fine.leave();
  });
});

describe("a page that makes several offers at once, as it does where much is lost", () => {
  it("is in the room once, over the one that was through first, and the others are let go", async () => {
    for (let round = 0; round < 2; round++) {
      let dialled = 0;
      const open = new Set<DialledChannels>();
      const hasty = clientWith(server, {
        // Time flies until there are four of them: the next one is made a tenth of a second later.
        every: (ms, run) => {
          const hurry = nodeWebRtc.every(1, () => dialled < 4 && run());
          const stop = nodeWebRtc.every(ms, run);
          return () => {
            hurry();
            stop();
          };
        },
        // None is answered before all of them are on their way.
        post: async (url, body) => {
          await waitFor("the offers", () => dialled === 4);
          return nodeWebRtc.post(url, body);
        },
        dial: async (events) => {
          dialled += 1;
          const channels = await nodeWebRtc.dial(events);
          const close = channels.close.bind(channels);
          open.add(channels);
          channels.close = () => {
            open.delete(channels);
            close();
          };
          return channels;
        },
      });
      // The host's page may not have seen yet that who was here before has left.
      await host.until("nobody else to be there", (state) => state.players.size === 1);
      const guest = await join(hasty);
      const client = serverEndOf(guest);
      guest.play();
      await waitFor("the others to be let go", () => dialled === 4 && open.size === 1);
      const { tick } = host.room.state;
      await guest.until("the game to go on", (state) => state.tick > tick + 20);
      expect(serverEndOf(guest)).toBe(client);
      expect(host.room.state.players.size).toBe(2);
      await guest.leave();
    }
  });
});

describe("a page of whose first offer nothing comes", () => {
  it("is through with the next one", async () => {
    const proxies: UdpProxy[] = [];
    const patient = clientWith(server, {
      post: proxiedPost((proxy) => {
        // To the first offer the server answers, and no packet arrives.
        if (proxies.length === 0) proxy.passes = () => false;
        proxies.push(proxy);
      }),
    });
    onTestFinished(() => {
      for (const proxy of proxies) proxy.close();
    });
    const guest = await join(patient);
    expect(proxies.length).toBeGreaterThan(1);
    await guest.leave();
  });
});

describe("an address that posts too many offers", () => {
  it("is told to wait", async () => {
    const statuses = new Set<number>();
    for (let i = 0; i < 10 * OFFERS && !statuses.has(429); i++) statuses.add((await post({})).status);
    expect([...statuses].sort()).toEqual([400, 429]);
  });
});
