import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PlayerClient } from "#player/player-client.ts";
import type { GameServer } from "#server/server.ts";
import { fallbackTransport } from "#transports/auto/client.ts";
import type { TransportEvents } from "#transports/contract/client-transport.ts";
import type { TransportName } from "#transports/contract/names.ts";
import { nodeIo } from "#transports/http/node-io.ts";
import { createTransport } from "#transports/node.ts";
import { ensureNginx } from "../../tools/nginx.ts";
import { createRoom, joinRoom, startGame, TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { type RunningNginx, startNginx } from "./support/nginx.ts";

const OVER_HTTP = ["sse", "long-polling", "polling"] as const satisfies readonly TransportName[];

const command = ensureNginx();

describe.skipIf(command === undefined)("behind an nginx as it comes", () => {
  let server: GameServer;
  let nginx: RunningNginx;
  let host: TestPlayer;
  beforeAll(async () => {
    server = await startGame({ proxies: 1 });
    nginx = await startNginx(command ?? "", server.port);
    host = await createRoom(server, { maxPlayers: 16 });
    host.play();
  });
  afterAll(async () => {
    await host.leave();
    await nginx.stop();
    await server.stop();
  });

  it.each(OVER_HTTP)("a match over %s flows, and is left and ended in words", async (transport) => {
    const guest = await joinRoom(server, host.room.roomId, {}, transport, nginx.url);
    guest.play({ moveX: 1 });
    await waitFor("inputs to be acknowledged", () => guest.room.input({}).lastProcessed > 25);
    // State flows: a proxy that gathers would bring a hundred patches at once, and then none for seconds.
    const ticks = new Set<number>();
    guest.room.onStateChange((state) => ticks.add(state.tick));
    await waitFor("patches", () => ticks.size > 20);
    expect(guest.room.clock.smoothedRtt()).toBeLessThan(1000);
    expect(await guest.room.leave(true)).toBe(4000);
  });

  it("the automatic choice notices that WebSocket does not get through", async () => {
    const webSocket = (events: TransportEvents) => createTransport("websocket", events);
    const transport = fallbackTransport(nodeIo, webSocket, { blocked: "" });
    const session = await new PlayerClient({ origin: nginx.url, transport }).join(host.room.roomId);
    const guest = new TestPlayer(session);
    await guest.until("the state", (state) => state.players?.has(session.id));
    expect(session.transport).toEqual({
      name: "sse",
      reason: "websocket_closed_so_sse",
    });
    await guest.leave();
  });
});
