import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { sessionOf } from "#transports/pipeline/session.ts";
import { addressOf, clientOf, createRoom, joinRoom, startGame, TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

let server: GameServer;
let host: TestPlayer;
beforeAll(async () => {
  server = await startGame();
  host = await createRoom(server, { maxPlayers: 16 });
  host.play();
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

/** What everybody may know of the players, as one text. */
function publicState(state: ArenaState): string {
  const facts = [...state.seats].map(([id, s]) => [id, s.name, s.score, s.ready, s.connected].join());
  return facts.sort().join("\n");
}

describe("one room", () => {
  it("holds players of every transport at once, who all see the same", async () => {
    const players = await Promise.all(
      TRANSPORTS.map((name) => joinRoom(server, host.room.roomId, { name }, name)),
    );
    const room = matchMaker.getLocalRoomById(host.room.roomId);
    for (const [i, player] of players.entries()) {
      const name = TRANSPORTS[i];
      expect(player.session.transport).toEqual({ name, reason: "" });
      const client = room?.clients.get(player.room.sessionId);
      expect(client && sessionOf(client)?.transport).toBe(name);
      player.play({ moveX: i % 2 === 0 ? 1 : -1 });
    }
    for (const player of players) {
      await player.until("movement", () => Math.abs(player.me.vx) > 1);
      await waitFor("inputs to be acknowledged", () => player.room.input({}).lastProcessed > 20);
      expect(player.room.clock.smoothedRtt()).toBeGreaterThan(0);
    }
    for (const player of players) player.stop();
    for (const player of players) {
      await player.until(
        "the same as the host sees",
        (state) =>
          state.players.size === TRANSPORTS.length + 1 && publicState(state) === publicState(host.room.state),
      );
    }
    for (const player of players) await player.leave();
    await host.until("an empty room", (state) => state.players.size === 1);
  });
});

describe.each(TRANSPORTS)("over %s, a player", (transport) => {
  it("keeps the character through a lost connection, and is marked meanwhile", async () => {
    const guest = await joinRoom(server, host.room.roomId, { name: "Bob" }, transport);
    const id = guest.room.sessionId;
    const back = new Promise<void>((resolve) => guest.room.onReconnect(() => resolve()));
    const noticed = host.until("the mark", (state) => state.seats.get(id)?.connected === false);
    guest.room.connection.close(4010);
    await noticed;
    await back;
    await host.until("the mark gone", (state) => state.seats.get(id)?.connected === true);
    expect(guest.seat.name).toBe("Bob");
    // Private fields come to the new connection as they did to the old one.
    guest.play({ moveX: 1 });
    await guest.until("movement", () => Math.abs(guest.me.vx) > 1 || guest.me.respawnTicks > 0);
    await guest.leave();
  });

  it("comes back once when the line is given up twice", async () => {
    const guest = await joinRoom(server, host.room.roomId, { name: "Twice" }, transport);
    const id = guest.room.sessionId;
    let drops = 0;
    guest.room.onDrop(() => {
      drops += 1;
    });
    const back = new Promise<void>((resolve) => guest.room.onReconnect(() => resolve()));
    guest.room.connection.close(4010);
    guest.room.connection.close(4010);
    await back;
    await host.until("the mark gone", (state) => state.seats.get(id)?.connected === true);
    guest.play({ moveX: 1 });
    await guest.until("movement", () => Math.abs(guest.me.vx) > 1 || guest.me.respawnTicks > 0);
    expect(drops).toBe(1);
    await guest.leave();
  });

  it("comes back with a token on any other transport", async () => {
    const guest = await joinRoom(server, host.room.roomId, { name: "Eve" }, transport);
    const { reconnectionToken: token, sessionId: id } = guest.room;
    guest.vanish();
    await host.until("the mark", (state) => state.seats.get(id)?.connected === false);
    const other = TRANSPORTS[(TRANSPORTS.indexOf(transport) + 1) % TRANSPORTS.length];
    const again = new TestPlayer(await clientOf(addressOf(server), other).reconnect(token));
    await again.until("the state", (state) => state.seats?.get(id)?.connected === true);
    expect(again.seat.name).toBe("Eve");
    await again.leave();
  });

  it("leaves on purpose and frees the seat", async () => {
    const guest = await joinRoom(server, host.room.roomId, {}, transport);
    const id = guest.room.sessionId;
    expect(await guest.room.leave(true)).toBe(4000);
    await host.until("the seat", (state) => !state.players.has(id));
  });

  it("is told the close code and the reason", async () => {
    const guest = await joinRoom(server, host.room.roomId, {}, transport);
    const left = new Promise<unknown[]>((resolve) => guest.room.onLeave((...why) => resolve(why)));
    const client = matchMaker.getLocalRoomById(host.room.roomId)?.clients.get(guest.room.sessionId);
    client?.leave(4002, "You were asked to go: größer ist besser.");
    expect(await left).toEqual([4002, "You were asked to go: größer ist besser."]);
  });

  it("is expelled for garbage and told so", async () => {
    const guest = await joinRoom(server, host.room.roomId, {}, transport);
    const left = new Promise<unknown[]>((resolve) => guest.room.onLeave((...why) => resolve(why)));
    guest.room.connection.send(Uint8Array.of(20, 1, 255));
    expect(await left).toEqual([4002, "not_ours"]);
  });

  it("is refused without the password", async () => {
    const locked = await createRoom(server, { password: "sesame" });
    const { roomId } = locked.room;
    await expect(joinRoom(server, roomId, { password: "no" }, transport)).rejects.toThrow("password_wrong");
    const guest = await joinRoom(server, roomId, { password: "sesame" }, transport);
    await guest.leave();
    await locked.leave();
  });

  it("can talk to the room", async () => {
    const guest = await joinRoom(server, host.room.roomId, {}, transport);
    guest.room.send("rematch");
    const roundTrip = new Promise<number>((resolve) => guest.room.ping(resolve));
    expect(await roundTrip).toBeGreaterThanOrEqual(0);
    await guest.leave();
  });
});
