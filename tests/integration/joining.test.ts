import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { addressOf, createRoom, joinRoom, quickPlay, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

async function listed(): Promise<{ code: string; players: number; bots: number; locked: boolean }[]> {
  const answer = await fetch(`${addressOf(server)}/api/rooms`);
  const { rooms } = (await answer.json()) as { rooms: Awaited<ReturnType<typeof listed>> };
  return rooms;
}

describe("quick play", () => {
  it("fills rooms that are there before it opens another", async () => {
    const first = await quickPlay(server, { name: "Ann" });
    const second = await quickPlay(server, { name: "Bob" });
    expect(second.room.roomId).toBe(first.room.roomId);
    await first.leave();
    await second.leave();
  });

  it("leads to where most people play, however many watch elsewhere", async () => {
    const watched = await createRoom(server, { name: "Ann" });
    const watchers = [];
    for (let i = 0; i < 3; i++)
      watchers.push(await joinRoom(server, watched.room.roomId, { spectate: true }));
    const played = await createRoom(server, { name: "Bob" });
    const mate = await joinRoom(server, played.room.roomId);
    const player = await quickPlay(server);
    expect(player.room.roomId).toBe(played.room.roomId);
    for (const each of [...watchers, watched, played, mate, player]) await each.leave();
  });

  it("does not lead into rooms with a password or private rooms", async () => {
    const secret = await createRoom(server, { password: "x" });
    const hidden = await createRoom(server, { private: true });
    const player = await quickPlay(server);
    expect([secret.room.roomId, hidden.room.roomId]).not.toContain(player.room.roomId);
    for (const each of [secret, hidden, player]) await each.leave();
  });
});

describe("bots", () => {
  it("fill the empty seats and leave when people come", async () => {
    const host = await createRoom(server, { bots: 3, maxPlayers: 4 });
    const bots = () => [...host.room.state.seats.values()].filter((seat) => seat.bot).length;
    await host.until("three bots", () => bots() === 3);
    const guest = await joinRoom(server, host.room.roomId);
    await host.until("one bot less", () => bots() === 2 && host.room.state.players.size === 4);
    await guest.leave();
    await host.until("the bot back", () => bots() === 3);
    await host.leave();
  });
});

describe("a room", () => {
  it("has a short code without letters that look alike, good in any spelling", async () => {
    const host = await createRoom(server);
    expect(host.room.roomId).toMatch(/^[A-HJKMNP-Z2-9]{5}$/);
    const guest = await joinRoom(server, host.room.roomId.toLowerCase());
    expect(guest.room.roomId).toBe(host.room.roomId);
    await guest.leave();
    await host.leave();
  });

  it("turns people away when it is full", async () => {
    const host = await createRoom(server, { maxPlayers: 2 });
    const guest = await joinRoom(server, host.room.roomId);
    await expect(joinRoom(server, host.room.roomId)).rejects.toThrow(`room_full?code=${host.room.roomId}`);
    await guest.leave();
    await host.leave();
  });

  it("asks for its password, and keeps its other players through wrong ones", async () => {
    const host = await createRoom(server, { password: "open sesame" });
    const join = (options: object) => joinRoom(server, host.room.roomId, options);
    await expect(join({})).rejects.toThrow("password_needed");
    await expect(join({ password: "no" })).rejects.toThrow("password_wrong");
    const guest = await join({ password: "open sesame" });
    await host.until("the guest", (state) => state.players.size === 2);
    await guest.leave();
    await host.leave();
  });

  it("is listed unless it is private, with its numbers", async () => {
    const open = await createRoom(server, { bots: 2, maxPlayers: 8 });
    const hidden = await createRoom(server, { private: true });
    const about = await waitFor("the room in the list", async () =>
      (await listed()).find((room) => room.code === open.room.roomId && room.bots === 2),
    );
    expect(about).toMatchObject({ players: 1, bots: 2, maxPlayers: 8, arena: "Cloud Meadow", locked: false });
    expect((await listed()).map((room) => room.code)).not.toContain(hidden.room.roomId);
    await open.leave();
    await hidden.leave();
  });

  it("keeps names short, clean and apart", async () => {
    const host = await createRoom(server, { name: "  Ann\u202e\u0000 the   very long name " });
    const guest = await joinRoom(server, host.room.roomId, { name: host.seat.name.toUpperCase() });
    await host.until("the guest", (state) => state.players.size === 2);
    const names = [...host.room.state.seats.values()].map((seat) => seat.name);
    expect(names).toEqual(["Ann the very lon", "ANN THE VERY L 2"]);
    await guest.leave();
    await host.leave();
  });

  it("gives everybody a look of their own", async () => {
    const host = await createRoom(server, { look: 3 });
    const guest = await joinRoom(server, host.room.roomId, { look: 3 });
    await host.until("the guest", (state) => state.players.size === 2);
    expect(guest.seat.look).not.toBe(host.seat.look);
    await guest.leave();
    await host.leave();
  });

  it("knows nothing of other rooms", async () => {
    const here = await createRoom(server);
    const there = await createRoom(server);
    there.play({ moveX: 1 });
    const start = there.me.x;
    await there.until("movement", () => there.me.x !== start);
    expect([...here.room.state.players.keys()]).toEqual([here.room.sessionId]);
    await here.leave();
    await there.leave();
  });
});

describe("a wrong request", () => {
  it.each([
    [{ arena: "atlantis" }, "no_arena?name=atlantis&arenas="],
    [{ maxPlayers: 999 }, "seats_range?from=2&to=16"],
    [{ maxPlayers: "8" }, "seats_range?from=2&to=16"],
    [{ bots: -1 }, "bots_range?from=0&to=15"],
    [{ botSkill: "godlike" }, "no_skill?skills=easy%2C%20mixed%2C%20normal%2C%20hard"],
    [{ netRate: 13 }, "no_net_rate?rates="],
    [{ timeLimit: 1 }, "time_range?from=30&to=1800"],
    [{ name: { evil: true } }, "name_no_text"],
    [{ mode: "chess" }, "no_mode?modes="],
    [{ role: "king" }, "no_role?roles="],
  ])("%j is answered with what is wrong", async (options, message) => {
    await expect(createRoom(server, options)).rejects.toThrow(message);
  });

  it("for a room that is not there says so", async () => {
    await expect(joinRoom(server, "ZZZZZ")).rejects.toThrow("no_room?code=ZZZZZ");
    await expect(joinRoom(server, "not a code!")).rejects.toThrow("bad_code");
  });
});
