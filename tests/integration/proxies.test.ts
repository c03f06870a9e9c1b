import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PlayerClient } from "#player/player-client.ts";
import { freePort } from "#server/processes/free-port.ts";
import type { GameServer } from "#server/server.ts";
import { fallbackTransport } from "#transports/auto/client.ts";
import type { TransportEvents } from "#transports/contract/client-transport.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { nodeIo } from "#transports/http/node-io.ts";
import { createTransport } from "#transports/node.ts";
import { ensureProgram } from "../../tools/apt.ts";
import { ensureNginx } from "../../tools/nginx.ts";
import type { RunningProxy } from "../support/cluster/proxy.ts";
import { CADDY, SHIPPED_PROXIES, startShipped } from "../support/cluster/shipped-proxies.ts";
import { createRoom, joinRoom, startGame, TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { startNginx } from "./support/nginx.ts";

const OVER_HTTP = ["sse", "long-polling", "polling"] as const satisfies readonly TransportName[];

let server: GameServer;
let host: TestPlayer;
beforeAll(async () => {
  server = await startGame({ proxies: 1 });
  host = await createRoom(server, { maxPlayers: 16 });
  host.play();
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

/** A player comes through a proxy, plays, sees state flow, and leaves in words. */
async function playThrough(address: string, transport: TransportName): Promise<void> {
  const guest = await joinRoom(server, host.room.roomId, {}, transport, address);
  guest.play({ moveX: 1 });
  await waitFor("inputs to be acknowledged", () => guest.room.input({}).lastProcessed > 25);
  // A proxy that gathers would bring a hundred patches at once, and then none for seconds.
  const ticks = new Set<number>();
  guest.room.onStateChange((state) => ticks.add(state.tick));
  await waitFor("patches", () => ticks.size > 20);
  expect(guest.room.clock.smoothedRtt()).toBeLessThan(1000);
  expect(await guest.room.leave(true)).toBe(4000);
}

const nginx = ensureNginx();

describe.skipIf(nginx === undefined)("behind an nginx as it comes", () => {
  let proxy: RunningProxy;
  beforeAll(async () => {
    proxy = await startNginx(nginx ?? "", server.port);
  });
  afterAll(() => proxy.stop());

  it.concurrent.each(OVER_HTTP)("a match over %s flows, and is left and ended in words", (transport) =>
    playThrough(proxy.url, transport),
  );

  it("the automatic choice notices that WebSocket does not get through", async () => {
    const webSocket = (events: TransportEvents) => createTransport("websocket", events);
    const transport = fallbackTransport(nodeIo, webSocket, { blocked: "" });
    const session = await new PlayerClient({ origin: proxy.url, transport }).join(host.room.roomId);
    const guest = new TestPlayer(session);
    await guest.until("the state", (state) => state.players?.has(session.id));
    expect(session.transport).toEqual({
      name: "sse",
      reason: "websocket_closed_so_sse",
    });
    await guest.leave();
  });
});

// Caddy takes longer to install than the rest to run.
const here = SHIPPED_PROXIES.filter(({ program }) => program !== CADDY || NIGHTLY);

describe.each(here)("behind deploy/$file", (shipped) => {
  const command = ensureProgram(shipped.program);
  let proxy: RunningProxy;
  // Of the three processes the second is down, and the third moves its matches away: it is asked by its players only.
  const draining = createServer((_request, response) => response.writeHead(503).end("draining"));
  beforeAll(async () => {
    await once(draining.listen(0, "127.0.0.1"), "listening");
    const targets = [server.port, await freePort(), (draining.address() as AddressInfo).port] as const;
    if (command !== undefined) proxy = await startShipped(shipped, command, targets);
    // Those that ask the processes have asked.
    if (command !== undefined) await waitFor("newcomers to come in", () => areWelcome());
  });
  afterAll(async () => {
    await proxy?.stop();
    draining.close();
  });

  /** Whether as many newcomers as there are processes, thrice, are let in. */
  async function areWelcome(): Promise<boolean> {
    const answers = await Promise.all(Array.from({ length: 9 }, () => fetch(`${proxy.url}/healthz/ready`)));
    return answers.every(({ ok }) => ok);
  }

  it.skipIf(command === undefined)("all transports join a room, as newcomers and by the prefix", async () => {
    const addresses = [proxy.url, `${proxy.url}/p/1`];
    await Promise.all(addresses.flatMap((address) => TRANSPORTS.map((name) => playThrough(address, name))));
  });

  it.skipIf(command === undefined)(
    "newcomers meet no process that is down or draining, its players do",
    async () => {
      expect(await areWelcome()).toBe(true);
      expect((await fetch(`${proxy.url}/p/2/api/rooms`)).status).toBeGreaterThanOrEqual(502);
      expect(await (await fetch(`${proxy.url}/p/3/api/rooms`)).text()).toBe("draining");
    },
  );

  it.skipIf(command === undefined)("nobody passes for somebody else", async () => {
    const forged = { "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Host": "evil.example" };
    const seen = await (await fetch(`${proxy.url}/p/1/api/heads`, { headers: forged })).text();
    expect(seen).toMatch(/^GET \/api\/heads HTTP/);
    expect(seen).toMatch(/^x-forwarded-for: 127\.0\.0\.1\r$/im);
    expect(seen).toMatch(new RegExp(`^x-forwarded-host: ${new URL(proxy.url).host}\\r$`, "im"));
    expect(seen).toMatch(/^x-forwarded-proto: http\r$/im);
    expect(seen).not.toMatch(/203\.0\.113\.9|evil/);
  });
});
