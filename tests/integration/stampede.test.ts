import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Auditor } from "#bots/load/auditor.ts";
import { type PlacedPrint, takePrint } from "#bots/load/divergence.ts";
import { listArenas, loadArena } from "#lab/bench/tournament.ts";
import type { GameServer } from "#server/server.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { addressOf, createRoom, joinRoom, quickPlay, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

/** Arenas that are not for a crowd, as a refusal names them. */
const ORDINARY = encodeURIComponent(
  listArenas()
    .filter((id) => !isHuge(loadArena(id)))
    .sort()
    .join(", "),
);
const TOKEN = "a-token-for-the-tests";

let server: GameServer;
let here: TestPlayer[] = [];

beforeAll(async () => {
  server = await startGame({ adminToken: TOKEN });
});
afterEach(async () => {
  // Rooms with a crowd are not left running beside the next test.
  await Promise.all(here.map((player) => player.leave()));
  here = [];
});
afterAll(() => server.stop());

async function open(options: object): Promise<TestPlayer> {
  const player = await createRoom(server, options);
  here.push(player);
  return player;
}

/** A room for a crowd: nearly nobody is near on 96 x 72 tiles. */
const STAMPEDE = { mode: "stampede", arena: "archipelago", maxPlayers: 128, bots: 40 };

describe("a stampede", () => {
  it("tells everybody's names and scores, but only of characters that are near", async () => {
    const host = await open(STAMPEDE);
    await host.until("everybody", (state) => state.seats.size === 41);
    const { state } = host.room;
    expect(state.maxPlayers).toBe(128);
    expect(state.players.size).toBeLessThan(41 / 2);
    expect([...state.seats.values()].every(({ name }) => name !== "")).toBe(true);
    expect(new Set([...state.seats.values()].map(({ name }) => name)).size).toBe(41);
  });

  it("moves by inputs, and follows with what is near", async () => {
    const host = await open({ ...STAMPEDE, bots: 0 });
    const { x, y } = host.me;
    host.play({ moveX: x > 48 ? -1 : 1, moveY: y > 36 ? -1 : 1 });
    await host.until("movement", (state: ArenaState) => {
      const me = state.players.get(host.room.sessionId);
      return me !== undefined && Math.hypot(me.x - x, me.y - y) > 1;
    });
    host.stop();
    expect(host.me.vx).toBeTypeOf("number");
  });

  it("lets somebody who joins see everybody's seat, and gives the seat back", async () => {
    const host = await open({ ...STAMPEDE, bots: 0 });
    const guest = await joinRoom(server, host.room.roomId, { name: "Guest" });
    await host.until("the guest", (state) => state.seats.size === 2);
    await guest.until("the host", (state) => state.seats.size === 2);
    expect(guest.room.state.players.has(guest.room.sessionId)).toBe(true);
    await guest.leave();
    await host.until("the seat back", (state) => state.seats.size === 1);
    expect([...host.room.state.players.keys()]).toEqual([host.room.sessionId]);
  });

  it("is decoded by everybody as the server had it, with just those in sight", async () => {
    const host = await open(STAMPEDE);
    const code = host.room.roomId;
    const auditor = new Auditor(TOKEN);
    const place = addressOf(server);
    await auditor.wake(place, code);
    const guest = await joinRoom(server, code, { name: "Guest" });
    here.push(guest);
    const prints: PlacedPrint[] = [];
    const hidden = new Set<string>();
    for (const [client, { room }] of [host, guest].entries()) {
      room.onStateChange((state) => {
        const print = takePrint(client, code, room.sessionId, state);
        if (print !== undefined) prints.push({ ...print, place, hasMoved: false });
        for (const [id] of state.seats.entries()) if (!state.players.has(id)) hidden.add(id);
      });
    }
    await waitFor("prints of both", async () => {
      await auditor.compare(prints.splice(0));
      return auditor.compared >= 4;
    });
    expect(hidden.size).toBeGreaterThan(0);
    expect(auditor).toMatchObject({ diverged: 0, examples: [], note: undefined });
  });

  it("is not where quick play leads to", async () => {
    const crowd = await open({ ...STAMPEDE, bots: 0 });
    const quick = await quickPlay(server);
    here.push(quick);
    expect(quick.room.roomId).not.toBe(crowd.room.roomId);
    await quick.until("the mode", (state) => state.mode === "brawl");
  });

  it.each([
    [{ arena: "archipelago" }, `arena_unfit?arenas=${ORDINARY}`],
    [{ mode: "stampede", arena: "meadow" }, "arena_unfit?arenas=archipelago"],
    [{ mode: "stampede", maxPlayers: 129 }, "seats_range?from=2&to=128"],
    [{ maxPlayers: 17 }, "seats_range?from=2&to=16"],
  ])("refuses %j and says why", async (options, why) => {
    await expect(createRoom(server, options)).rejects.toThrow(why);
  });
});
