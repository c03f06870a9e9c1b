import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import type { GameServer } from "#server/server.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { addressOf, clientOf, createRoom, joinRoom, ready, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { roomOf } from "./support/room-of.ts";

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

describe("a lost connection", () => {
  it("keeps the character, marks it for the others, and resumes it by itself", async () => {
    const host = await createRoom(server);
    const guest = await joinRoom(server, host.room.roomId, { name: "Bob" });
    const id = guest.room.sessionId;
    guest.play({ moveX: 1 });
    await guest.until("movement", () => guest.me.vx > 1);
    const back = new Promise<void>((resolve) => guest.room.onReconnect(() => resolve()));
    const noticed = host.until("the mark", (state) => state.seats.get(id)?.connected === false);
    guest.room.connection.close(4010);
    await noticed;
    await back;
    await host.until("the mark gone", (state) => state.seats.get(id)?.connected === true);
    expect(guest.room.sessionId).toBe(id);
    expect(guest.seat.name).toBe("Bob");
    // Private fields come to the new connection as they did to the old one.
    await guest.until("movement again", () => Math.abs(guest.me.vx) > 1 || guest.me.respawnTicks > 0);
    await guest.leave();
    await host.leave();
  });

  it("can be taken up by a page that was reloaded, and only with the token", async () => {
    const host = await createRoom(server);
    const guest = await joinRoom(server, host.room.roomId, { name: "Bob" });
    const { reconnectionToken: token, sessionId: id } = guest.room;
    guest.vanish();
    await host.until("the mark", (state) => state.seats.get(id)?.connected === false);
    const client = clientOf(addressOf(server));
    await expect(client.reconnect(`${host.room.roomId}:${"x".repeat(9)}`)).rejects.toThrow();
    const again = await ready(await client.reconnect(token));
    expect(again.room.sessionId).toBe(id);
    expect(again.seat.name).toBe("Bob");
    expect(again.me.stamina).toBeGreaterThan(0);
    await host.until("the mark gone", (state) => state.seats.get(id)?.connected === true);
    await again.leave();
    await host.leave();
  });

  it("is taken up in a room that has rested for longer than a newcomer has to begin", async () => {
    // Pages on this line say that they are in after the first step of a room that has just woken up.
    const proxy = await DelayProxy.start({ targetPort: server.port, delayMs: 100 });
    onTestFinished(() => proxy.close());
    const alone = await createRoom(server);
    const { reconnectionToken: token, sessionId: id } = alone.room;
    const { clock } = roomOf(alone);
    alone.vanish();
    await waitFor("the room to rest", () => Date.now() - clock.currentTime > 500);
    clock.currentTime -= 60_000;
    const again = await ready(await clientOf(proxy.url).reconnect(token));
    expect(again.room.sessionId).toBe(id);
    const { tick } = again.room.state;
    await again.until("the game to go on", (state) => state.tick > tick + TICK_RATE);
    await again.leave();
  });

  it.each(["is lost", "stays open in silence"])(
    "that comes back and %s before the page hears so can be taken up again",
    async (fate) => {
      const host = await createRoom(server);
      const guest = await joinRoom(server, host.room.roomId, { name: "Bob" });
      const { reconnectionToken, sessionId: id, roomId } = guest.room;
      const [, token] = reconnectionToken.split(":");
      const connected = (yes: boolean) =>
        host.until("the mark", (state) => state.seats.get(id)?.connected === yes);
      guest.vanish();
      await connected(false);
      const query = new URLSearchParams({ sessionId: id, reconnectionToken: token ?? "" });
      const { processId } = await seatOf(roomId, token);
      // The answer that is not heard has the next token; nothing is confirmed.
      const deaf = new WebSocket(`ws://127.0.0.1:${server.port}/${processId}/${roomId}?${query}`);
      await connected(true);
      if (fate === "is lost") {
        deaf.close();
        await connected(false);
      }
      const again = await ready(await clientOf(addressOf(server)).reconnect(reconnectionToken));
      expect(again.room.sessionId).toBe(id);
      expect(again.seat.name).toBe("Bob");
      await connected(true);
      // Once it is heard, the token before is worth nothing.
      await expect(clientOf(addressOf(server)).reconnect(reconnectionToken)).rejects.toThrow("gone");
      await again.leave();
      await host.leave();
    },
  );

  it("of the only one there lets the match rest, which goes on from there when they are back", async () => {
    const witness = await createRoom(server);
    const alone = await createRoom(server, { bots: 3 });
    const { reconnectionToken } = alone.room;
    const room = roomOf(alone);
    alone.vanish();
    await waitFor("the room to rest", () => room.stepClock.sinceStep === 0);
    const { steps } = room.stepClock.summary();
    const { tick } = room.state;
    const since = witness.room.state.tick;
    await witness.until("another room to go on", (state) => state.tick > since + 10);
    expect(room.stepClock.summary().steps).toBe(steps);
    const again = await ready(await clientOf(addressOf(server)).reconnect(reconnectionToken));
    expect(again.room.state.tick).toBeGreaterThanOrEqual(tick);
    await again.until("steps again", (state) => state.tick > tick + 10);
    await again.leave();
    await witness.leave();
  });

  it("keeps the seat taken meanwhile", async () => {
    const host = await createRoom(server, { maxPlayers: 2 });
    const guest = await joinRoom(server, host.room.roomId);
    const id = guest.room.sessionId;
    guest.vanish();
    await host.until("the mark", (state) => state.seats.get(id)?.connected === false);
    await expect(joinRoom(server, host.room.roomId)).rejects.toThrow("room_full");
    await host.leave();
  });
});

/** Asks the matchmaker for the seat that a token is for. */
async function seatOf(code: string, token: string | undefined): Promise<{ processId: string }> {
  const answer = await fetch(`${addressOf(server)}/matchmake/reconnect/${code}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ reconnectionToken: token }),
  });
  return (await answer.json()) as { processId: string };
}
