import { type Client, matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { BotClient } from "#bots/transports/client.ts";
import { nodeWebRtc } from "#bots/transports/webrtc.ts";
import type { ArenaLink } from "#player/netcode/link.ts";
import { Match } from "#player/netcode/match.ts";
import { loadArenas } from "#server/arenas.ts";
import type { GameServer } from "#server/server.ts";
import { underWay } from "#server/transports/latest-state.ts";
import { nextRandom } from "#shared/random.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { DialledChannels } from "#shared/transport/webrtc-attempt.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { UdpProxy } from "../support/udp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";
import { addressOf, createRoom, startGame, TestPlayer } from "./support/game.ts";
import { clientWith, losing, lossyDial, proxiedPost } from "./support/webrtc.ts";

/** A process that stands still for longer (ms) is disturbed: its inputs come too late for the server to wait for. */
const STALL_MS = 300;
const ROUNDS = 10;
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

async function join(client: BotClient, code = host.room.roomId): Promise<TestPlayer> {
  const room: ArenaLink = await client.joinById<ArenaState>(code, {});
  await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
  return new TestPlayer(room);
}

function clientOf({ room }: TestPlayer): Client {
  const client = matchMaker.getLocalRoomById(room.roomId)?.clients.get(room.sessionId);
  if (client === undefined) throw new Error("The player has no connection.");
  return client;
}

/** How a room was left: code and reason. */
function leaving({ room }: TestPlayer): Promise<unknown[]> {
  return new Promise((resolve) => room.onLeave((...why) => resolve(why)));
}

/** Posts an offer as it is. */
function post(body: unknown): Promise<Response> {
  return fetch(`${addressOf(server)}/transports/webrtc`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

describe("over a line that loses 30 % of all datagrams both ways", () => {
  it("no input is lost, and the character is where it was foreseen to be", async () => {
    const alone = await createRoom(server, { arena: "meadow" });
    const guest = await join(clientWith(server, { dial: lossyDial(losing(0.3, 5)) }), alone.room.roomId);
    await alone.leave();
    const arena = loadArenas().get("meadow");
    if (arena === undefined) throw new Error("There is no meadow.");
    const match = new Match(guest.room, arena, () => performance.now());
    let ticks = 0;
    const sample = () => {
      ticks += 1;
      // Around in circles, with a dash now and then, near where one stands.
      const angle = ticks / 12;
      const dash = ticks % 100 === 50;
      return { ...neutralInput(ticks / 40), moveX: Math.cos(angle), moveY: Math.sin(angle), dash };
    };
    const hands = { sample, peek: () => neutralInput() };
    let turn = performance.now();
    let worstGap = 0;
    let fastest = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      worstGap = Math.max(worstGap, now - turn);
      turn = now;
      match.advance(now, hands);
      fastest = Math.max(fastest, Math.hypot(guest.me.vx, guest.me.vy));
    }, TICK_MS / 2);
    onTestFinished(() => clearInterval(timer));
    await waitFor("the prediction", () => match.prediction?.figures);
    const corrections = () => match.prediction?.figures.corrections ?? Number.NaN;
    let undisturbed = false;
    for (let round = 0; round < ROUNDS && !undisturbed; round++) {
      // Whatever disturbed the last round has come to its end.
      const settled = ticks + 50;
      await waitFor("50 inputs", () => ticks >= settled);
      worstGap = 0;
      const before = corrections();
      await waitFor("150 inputs", () => ticks >= settled + 150);
      undisturbed = worstGap < STALL_MS;
      if (undisturbed) expect(corrections()).toBe(before);
    }
    expect(undisturbed, `one of ${ROUNDS} rounds without a stall`).toBe(true);
    // The control: it did move.
    expect(fastest).toBeGreaterThan(3);
    clearInterval(timer);
    const handle = guest.room.input({});
    await waitFor("all to be acknowledged", () => handle.lastProcessed === handle.sentCount);
    expect(handle.sentCount).toBeGreaterThanOrEqual(150);
    match.dispose();
    await guest.leave();
  });
});

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
    expect(await replay.json()).toEqual({ code: 410, error: "That seat is not kept any more." });

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
      expect((await answer.json()).error).toMatch(/^[A-Z].*\.$/);
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
      const client = clientOf(guest);
      guest.play();
      await waitFor("the others to be let go", () => dialled === 4 && open.size === 1);
      const { tick } = host.room.state;
      await guest.until("the game to go on", (state) => state.tick > tick + 20);
      expect(clientOf(guest)).toBe(client);
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

describe("a peer", () => {
  it("that sends garbage over either channel is expelled and told so", async () => {
    for (const channel of ["sendDatagram", "sendReliable"] as const) {
      for (const bytes of [[2, 2, 3], [255, 255, 255, 255, 0, 0, 0, 0], new Array(5000).fill(1)]) {
        let channels: DialledChannels | undefined;
        const dial = lossyDial(
          () => false,
          (opened) => {
            channels = opened;
          },
        );
        const guest = await join(clientWith(server, { dial }));
        const left = leaving(guest);
        channels?.[channel](Uint8Array.from(bytes));
        const [code, reason] = await left;
        expect(code, `${channel} ${bytes.slice(0, 8)}`).toBe(4002);
        expect(reason).toMatch(
          /^This page sent something (?:that the server does not understand|too large)\.$/,
        );
      }
    }
    const { tick } = host.room.state;
    await host.until("the game to go on", (state) => state.tick > tick + 10);
  });

  it("that takes no message of any use is let go, and nothing else happens", async () => {
    const post: typeof nodeWebRtc.post = (url, body) =>
      nodeWebRtc.post(url, body.replace(/a=max-message-size:\d+/, "a=max-message-size:1"));
    const joining = clientWith(server, { post }).joinById(host.room.roomId, {});
    // In words, or without one when the channels were open for a moment.
    await expect(joining).rejects.toThrow();
    const { tick } = host.room.state;
    await host.until("the game to go on", (state) => state.tick > tick);
  });

  it("that is silent is given up within 10 s, and its character waits", async () => {
    let silent = false;
    const dial = lossyDial(
      () => silent,
      (channels) => {
        const send = channels.sendReliable.bind(channels);
        channels.sendReliable = (bytes) => {
          if (!silent) send(bytes);
        };
      },
    );
    const guest = await join(clientWith(server, { dial }));
    guest.room.reconnection.enabled = false;
    const id = guest.room.sessionId;
    silent = true;
    const from = host.room.state.tick;
    await host.until("the mark", (state) => state.seats.get(id)?.connected === false, 30_000);
    // Ten seconds of steps, and one for a busy machine.
    expect(host.room.state.tick - from).toBeLessThan(11_000 / TICK_MS);
    expect(host.room.state.players.has(id)).toBe(true);
  });

  it("that does not read costs bounded memory, and has the latest state when it reads again", async () => {
    let proxy: UdpProxy | undefined;
    const guest = await join(
      clientWith(server, {
        post: proxiedPost((started) => {
          proxy = started;
        }),
      }),
    );
    onTestFinished(() => proxy?.close());
    if (proxy === undefined) throw new Error("There is no relay in between.");
    guest.room.onMessage("bulk", () => {});
    guest.play({ aim: 0.5 }, 100);
    const client = clientOf(guest);
    const bulk = "x".repeat(16 * 1024);
    let most = 0;
    proxy.passes = (way) => way === "up";
    // SCTP doubles its pauses while nothing gets through: it needs as long again to notice that something does.
    const end = host.room.state.tick + 2500 / TICK_MS;
    await waitFor("the stall to end", () => {
      for (let i = 0; i < 10; i++) client.send("bulk", bulk);
      most = Math.max(most, underWay(client));
      return host.room.state.tick >= end;
    });
    expect(most).toBeGreaterThan(64 * 1024);
    expect(most).toBeLessThan(64 * 1024 + 2 * 16 * 1024);
    expect(clientOf(guest)).toBe(client);
    proxy.passes = () => true;
    const resumedAt = host.room.state.tick;
    await guest.until("the latest state", (state) => state.tick >= resumedAt);
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
