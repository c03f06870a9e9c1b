import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { PlayerClient } from "#player/player-client.ts";
import type { GameServer } from "#server/server.ts";
import { ServerMessage } from "#shared/messages.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { DialledChannels } from "#transports/webrtc/attempt.ts";
import { nodeWebRtc } from "#transports/webrtc/node.ts";
import { createRoom, startGame, type TestPlayer } from "../support/game.ts";
import type { UdpProxy } from "../support/udp-proxy.ts";
import { waitFor } from "../support/wait-for.ts";
import { underWay } from "./support/under-way.ts";
import { clientWith, joinOver, lossyDial, proxiedPost, serverEndOf } from "./support/webrtc.ts";

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

const join = (client: PlayerClient): Promise<TestPlayer> => joinOver(client, host.room.roomId);

/** How a room was left: code and reason. */
function leaving({ room }: TestPlayer): Promise<unknown[]> {
  return new Promise((resolve) => room.onLeave((...why) => resolve(why)));
}

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
        expect(reason).toMatch(/^(?:not_ours|message_too_large)$/);
      }
    }
    const { tick } = host.room.state;
    await host.until("the game to go on", (state) => state.tick > tick + 10);
  });

  it("that takes no message of any use is let go, and nothing else happens", async () => {
    const post: typeof nodeWebRtc.post = (url, body) =>
      nodeWebRtc.post(url, body.replace(/a=max-message-size:\d+/, "a=max-message-size:1"));
    const joining = clientWith(server, { post }).join(host.room.roomId);
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
    guest.room.onMessage(ServerMessage.Spots, () => {});
    guest.play({ aim: 0.5 }, 100);
    const client = serverEndOf(guest);
    const bulk = "x".repeat(16 * 1024);
    let most = 0;
    proxy.passes = (way) => way === "up";
    // SCTP doubles its pauses while nothing gets through: it needs as long again to notice that something does.
    const end = host.room.state.tick + 2500 / TICK_MS;
    await waitFor("the stall to end", () => {
      for (let i = 0; i < 10; i++) client.send(ServerMessage.Spots, bulk);
      most = Math.max(most, underWay(client));
      return host.room.state.tick >= end;
    });
    expect(most).toBeGreaterThan(64 * 1024);
    expect(most).toBeLessThan(64 * 1024 + 2 * 16 * 1024);
    expect(serverEndOf(guest)).toBe(client);
    proxy.passes = () => true;
    const resumedAt = host.room.state.tick;
    await guest.until("the latest state", (state) => state.tick >= resumedAt);
    await guest.leave();
  });
});
