import { afterEach, describe, expect, it } from "vitest";
import { localRoom } from "#colyseus/server/local-room.ts";
import type { Config } from "#server/config.ts";
import type { GameServer } from "#server/server.ts";
import { ROOM, WRONG_PASSWORD } from "#shared/messages.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { addressOf, createRoom, joinRoom, quickPlay, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

let server: GameServer | undefined;
let players: TestPlayer[] = [];
afterEach(async () => {
  for (const player of players) player.vanish();
  players = [];
  await server?.stop();
  server = undefined;
});

/** Whoever stands behind a trusted proxy is told apart by what it adds. */
async function start(config: Partial<Config>): Promise<GameServer> {
  server = await startGame({ proxies: 1, ...config });
  return server;
}

async function host(options: object = {}): Promise<TestPlayer> {
  if (server === undefined) throw new Error("There is no server.");
  const player = await createRoom(server, options);
  players.push(player);
  return player;
}

/** Asks for a seat as from `address`, and does not take it. */
async function ask(address: string, path: string, body: object = {}) {
  if (server === undefined) throw new Error("There is no server.");
  const answer = await fetch(`${addressOf(server)}/matchmake/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Forwarded-For": address },
    body: JSON.stringify(body),
  });
  const text = (await answer.json()) as { error?: string; sentence?: string; code?: number; roomId?: string };
  return { status: answer.status, ...text };
}

const botsIn = (player: TestPlayer): number =>
  [...player.room.state.seats.values()].filter(({ bot }) => bot).length;

describe("rooms and bots", () => {
  it("an address has so many rooms, and may open another when one is closed", async () => {
    const game = await start({ maxRoomsPerAddress: 2 });
    const first = await host();
    await host();
    await expect(createRoom(game)).rejects.toThrow("rooms_of_address?rooms=2");
    expect((await ask("elsewhere", `create/${ROOM}`, { bots: 0 })).status).toBe(200);
    await first.leave();
    await waitFor("the room to be gone", () => localRoom(first.room.roomId) === undefined);
    await host();
  });

  it("characters are counted: bots that nobody has room for are refused with the number", async () => {
    const game = await start({ maxCharactersPerAddress: 20, maxCharacters: 30 });
    await host({ bots: 12 });
    await expect(createRoom(game, { bots: 12 })).rejects.toThrow("bots_of_address?count=6&wanted=12");
    const small = await host({ bots: 6 });
    await small.until("its bots", () => botsIn(small) === 6);
    expect((await ask("elsewhere", `create/${ROOM}`, { bots: 15 })).sentence).toBe(
      "This server has room for 9 bots more just now, not for 15.",
    );
  });

  it("people come before bots", async () => {
    const game = await start({ maxCharacters: 10 });
    const first = await host({ bots: 9 });
    await first.until("its bots", () => botsIn(first) === 9);
    // The second room's host and its guest have no bots of their own that could go.
    const second = await host({ bots: 0 });
    players.push(await joinRoom(game, second.room.roomId));
    await first.until("two of its bots to go", () => botsIn(first) === 7);
  });

  it("a server that is late for seconds refuses rooms, sheds bots, and recovers by itself", async () => {
    await start({ slowStepMs: 40, maxLateMs: 20 });
    const player = await host({ bots: 15 });
    await waitFor("the refusal", async () => (await ask("elsewhere", `create/${ROOM}`)).status === 503);
    expect((await ask("elsewhere", `create/${ROOM}`)).error).toBe("server_busy");
    await player.until("bots to go", () => botsIn(player) < 10);
    // Who joins a room that is open is not refused.
    expect((await ask("elsewhere", `joinById/${player.room.roomId}`)).status).toBe(200);
    // Its slow rooms are gone: the machine is in time again.
    await player.leave();
    const metrics = async () => (await fetch(`${addressOf(server as GameServer)}/metrics`)).text();
    await waitFor("the machine to be in time", async () => /^pushback_busy 0$/m.test(await metrics()), {
      timeoutMs: 30_000,
    });
  }, 60_000);

  it("a room in which nobody does anything warns and closes, with a reason over every transport", async () => {
    // A twentieth of a minute: the warning comes after half of it.
    const game = await start({ maxIdleMinutes: 0.05 });
    const closing = TRANSPORTS.map(async (transport) => {
      const player = await createRoom(game, { bots: 3 }, transport);
      players.push(player);
      const ended = new Promise((resolve) =>
        player.room.onLeave((code, reason) => resolve({ transport, code, reason })),
      );
      player.play();
      await player.until("the warning", ({ closesAt }) => closesAt > 0);
      return ended;
    });
    const reason = "room_idle";
    expect(await Promise.all(closing)).toEqual(
      TRANSPORTS.map((transport) => ({ transport, code: 1000, reason })),
    );
  });
});

describe("seats", () => {
  it("that nobody takes up keep nobody out: the last one is for others, and soon there are none", async () => {
    await start({ maxReservationsPerAddress: 8 });
    const player = await host({ maxPlayers: 4 });
    const code = player.room.roomId;
    const squat = async () => (await ask("squatter", `joinById/${code}`)).status;
    expect([await squat(), await squat(), await squat()]).toEqual([200, 200, 409]);
    expect((await ask("squatter", `joinById/${code}`)).error).toBe(`last_seat?code=${code}`);
    expect((await ask("friend", `joinById/${code}`)).status).toBe(200);
    // They lapse; half of what may wait may lapse in a minute.
    await waitFor("the seats to be free", async () => (await squat()) === 200);
    await waitFor("the end of patience", async () => (await squat()) === 429, {
      timeoutMs: 20_000,
      everyMs: 100,
    });
    expect((await ask("squatter", `joinById/${code}`)).error).toMatch(/^seats_lapsed\?seconds=\d+$/);
  }, 60_000);

  it("of two friends at one address who come at once are both given, the last one too", async () => {
    const game = await start({});
    const { room } = await host({ maxPlayers: 3 });
    players.push(...(await Promise.all([joinRoom(game, room.roomId), joinRoom(game, room.roomId)])));
  });

  it("are not reserved for who does not know the password", async () => {
    await start({});
    const player = await host({ maxPlayers: 2, password: "sesame" });
    const code = player.room.roomId;
    for (const [password, error] of [
      ["", "password_needed"],
      ["open", "password_wrong"],
    ]) {
      const answer = await ask("stranger", `joinById/${code}`, { password });
      expect(answer).toMatchObject({ status: WRONG_PASSWORD, code: WRONG_PASSWORD, error });
    }
    expect((await ask("friend", `joinById/${code}`, { password: "sesame" })).status).toBe(200);
  });

  it("quick play shares one new room when two come at once, and passes over one that is not for it", async () => {
    const game = await start({});
    const [one, two] = await Promise.all([quickPlay(game), quickPlay(game)]);
    players.push(one, two);
    expect(one.room.roomId).toBe(two.room.roomId);
  });

  it("quick play does not take the last seat of a room for an address that lets others lapse", async () => {
    await start({});
    const player = await host({ maxPlayers: 3 });
    expect((await ask("squatter", `joinOrCreate/${ROOM}`)).roomId).toBe(player.room.roomId);
    const second = await ask("squatter", `joinOrCreate/${ROOM}`);
    expect(second.status).toBe(200);
    expect(second.roomId).not.toBe(player.room.roomId);
    expect((await ask("friend", `joinOrCreate/${ROOM}`)).roomId).toBe(player.room.roomId);
  });
});
