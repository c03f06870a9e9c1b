import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { PlayerClient } from "#player/player-client.ts";
import type { LocalGameServer } from "#server/server.ts";
import { ROOM } from "#shared/messages.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { createTransport } from "#transports/node.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { addressOf, createRoom, ready, type TestPlayer } from "../support/game.ts";
import { roomOf } from "./support/room-of.ts";
import { KNOCKOUTS, startScoredGame } from "./support/scored-game.ts";

let server: LocalGameServer;
beforeAll(async () => {
  server = await startScoredGame();
});
afterAll(() => server.stop());

describe("a room that goes on elsewhere", () => {
  it.each(TRANSPORTS)("is followed over %s by its people themselves, who get a whole state", async (over) => {
    const complaints = [vi.spyOn(console, "warn"), vi.spyOn(console, "error")];
    onTestFinished(() => {
      for (const spy of complaints) spy.mockRestore();
    });
    const host = await createRoom(server, { name: "Ada", bots: 3 });
    const code = host.room.roomId;
    const resumed = Promise.withResolvers<void>();
    const client = new PlayerClient({
      origin: addressOf(server),
      transport: (events) => createTransport(over, events),
      follow: { after: alarm, roll: Math.random },
      // Where there is one process, the room is gone for a moment.
      async fetch(url, init) {
        if (String(url).includes("/reconnect/")) await resumed.promise;
        return fetch(url, init);
      },
    });
    const guest = await ready(await client.join(code, { name: "Bob" }));
    guest.play({ moveX: 0.3 });
    await guest.until("scores", () => guest.seat.score === KNOCKOUTS);
    const ends: number[] = [];
    guest.session.onGone((end) => ends.push(end));
    const followed = new Promise<TestPlayer>((resolve) => {
      guest.session.onMoved((next, isElsewhere) => {
        expect(isElsewhere).toBe(true);
        resolve(ready(next));
      });
    });
    const room = roomOf(host);
    host.stop();
    host.room.reconnection.enabled = false;
    const snapshot = JSON.parse(JSON.stringify(await room.moving.withdraw()));
    await room.moving.release(4010);
    await matchMaker.createRoom(ROOM, { resume: snapshot });
    resumed.resolve();
    const again = await followed;
    guest.stop();
    expect([again.room.roomId, again.room.sessionId]).toEqual([code, guest.room.sessionId]);
    expect([again.seat.name, again.seat.score]).toEqual(["Bob", KNOCKOUTS]);
    again.play({ moveX: 1 });
    const { x } = again.me;
    await again.until("movement", () => again.me.x !== x);
    const { tick } = again.room.state;
    await again.until("a second of patches", (state) => state.tick > tick + 50);
    expect(again.room.state.seats.size).toBe(roomOf(again).state.seats.size);
    expect([ends, complaints.map(({ mock }) => mock.calls)]).toEqual([[], [[], []]]);
    await again.leave();
  });
});
