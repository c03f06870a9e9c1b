import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localRoom } from "#colyseus/server/local-room.ts";
import type { GameServer } from "#server/server.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { addressOf, createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { roomOf } from "./support/room-of.ts";

let server: GameServer;
let witness: TestPlayer;
beforeAll(async () => {
  server = await startGame();
  witness = await createRoom(server);
  witness.play({ moveX: 1 });
});
afterAll(async () => {
  await witness.leave();
  await server.stop();
});

function broken(): never {
  throw new Error("this room is broken by a test");
}

/** What a player is told when it is over. */
function ending(player: TestPlayer): Promise<{ code: number; reason: string | undefined }> {
  return new Promise((resolve) => player.room.onLeave((code, reason) => resolve({ code, reason })));
}

async function expectUnharmed(): Promise<void> {
  const { tick } = witness.room.state;
  await witness.until("the other room to go on", (state) => state.tick > tick + 10);
}

async function roomFaults(): Promise<number> {
  const metrics = await (await fetch(`${addressOf(server)}/metrics`)).text();
  return Number(/^pushback_room_faults_total (\d+)$/m.exec(metrics)?.[1]);
}

describe("a room that fails", () => {
  it.each(TRANSPORTS)("in every patch is closed, with a reason to players over %s", async (transport) => {
    const host = await createRoom(server);
    const guest = await joinRoom(server, host.room.roomId, {}, transport);
    const endings = [ending(host), ending(guest)];
    const before = await roomFaults();
    roomOf(host).broadcastPatch = broken;
    for (const end of await Promise.all(endings)) {
      expect(end.code).toBe(4002);
      expect(end.reason).toBe("room_broken");
    }
    expect((await roomFaults()) - before).toBe(5);
    await waitFor("the room to be gone", () => localRoom(host.room.roomId) === undefined);
    await expectUnharmed();
  });

  it("in every step is closed", async () => {
    const host = await createRoom(server);
    const end = ending(host);
    roomOf(host).stepClock.begin = broken;
    expect((await end).reason).toBe("room_broken");
    await expectUnharmed();
  });

  it("once goes on", async () => {
    const host = await createRoom(server);
    const room = roomOf(host);
    const { broadcastPatch } = room;
    let left = 4;
    room.broadcastPatch = () => {
      if (left === 0) return broadcastPatch.call(room);
      left -= 1;
      return broken();
    };
    await waitFor("the failures", () => left === 0);
    const { tick } = host.room.state;
    await host.until("the game to go on", (state) => state.tick > tick + 10);
    await host.leave();
    await expectUnharmed();
  });
});
