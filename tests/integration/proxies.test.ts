import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PlayerClient } from "#player/player-client.ts";
import type { GameServer } from "#server/server.ts";
import { fallbackTransport } from "#transports/auto/client.ts";
import type { TransportEvents } from "#transports/contract/client-transport.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { nodeIo } from "#transports/http/node-io.ts";
import { createTransport } from "#transports/node.ts";
import { ensureProgram } from "../../tools/apt.ts";
import { ensureNginx } from "../../tools/nginx.ts";
import { createRoom, joinRoom, startGame, TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { freePort } from "./support/child.ts";
import { startNginx } from "./support/nginx.ts";
import type { RunningProxy } from "./support/proxy.ts";
import { CADDY, SHIPPED_PROXIES, startShipped } from "./support/shipped-proxies.ts";

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

  it.each(OVER_HTTP)("a match over %s flows, and is left and ended in words", (transport) =>
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
const here = SHIPPED_PROXIES.filter(({ program }) => program !== CADDY || process.env.NIGHTLY);

describe.each(here)("behind deploy/$file", (shipped) => {
  const command = ensureProgram(shipped.program);
  let proxy: RunningProxy;
  beforeAll(async () => {
    // Two of the three processes are down.
    const targets = [server.port, await freePort(), await freePort()] as const;
    if (command !== undefined) proxy = await startShipped(shipped, command, targets);
  });
  afterAll(() => proxy?.stop());

  it.skipIf(command === undefined)("all transports join a room, as newcomers and by the prefix", async () => {
    const addresses = [proxy.url, `${proxy.url}/p/1`];
    await Promise.all(addresses.flatMap((address) => TRANSPORTS.map((name) => playThrough(address, name))));
  });

  it.skipIf(command === undefined)("newcomers meet no process that is down", async () => {
    const answers = Array.from({ length: 9 }, () => fetch(`${proxy.url}/healthz/ready`));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(9).fill(200));
    expect((await fetch(`${proxy.url}/p/2/healthz/ready`)).status).toBeGreaterThanOrEqual(502);
  });

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
