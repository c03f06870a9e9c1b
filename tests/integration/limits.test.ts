import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { GameServer } from "#server/server.ts";
import { addressOf, createRoom, joinRoom, quickPlay, startGame } from "../support/game.ts";

let server: GameServer;
beforeAll(async () => {
  server = await startGame({ maxConnectionsPerAddress: 3, maxRoomsPerMinute: 5, maxRooms: 3 });
});
afterAll(() => server.stop());

describe("a server with limits", () => {
  it("refuses sockets beyond the share of an address and leaves the others alone", async () => {
    const host = await createRoom(server);
    const guest = await joinRoom(server, host.room.roomId);
    const third = await joinRoom(server, host.room.roomId);
    const socket = new WebSocket(
      `${addressOf(server).replace("http", "ws")}/x/${host.room.roomId}?sessionId=a`,
    );
    const refused = await new Promise<number | undefined>((resolve) => {
      socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
      socket.once("error", () => resolve(undefined));
      socket.once("open", () => resolve(101));
    });
    expect(refused).toBe(429);
    const { tick } = host.room.state;
    await host.until("the game to go on", (state) => state.tick > tick + 20);
    for (const player of [third, guest, host]) await player.leave();
  });

  it("says when there is no room for another, and when an address opens rooms too fast", async () => {
    // One room was opened above, so three more are within the five.
    const open = [await createRoom(server), await createRoom(server), await createRoom(server)];
    await expect(createRoom(server)).rejects.toThrow("rooms_full");
    const [first] = open;
    await first?.leave();
    // Full or not, quick play finds the seats that are there.
    const guest = await quickPlay(server);
    expect(open.map((player) => player.room.roomId)).toContain(guest.room.roomId);
    await guest.leave();
    await expect(createRoom(server)).rejects.toThrow(/^rooms_too_often\?seconds=\d+$/);
    for (const player of open.slice(1)) await player.leave();
  });
});
