import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArenaRoom } from "#server/rooms/arena-room.ts";
import type { RoomSnapshot } from "#server/rooms/snapshot/snapshot.ts";
import type { LocalGameServer } from "#server/server.ts";
import { ROOM } from "#shared/messages.ts";
import type { ChatLine } from "#shared/talk.ts";
import { addressOf, clientOf, createRoom, joinRoom, ready, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { roomOf } from "./support/room-of.ts";
import { KNOCKOUTS, startScoredGame } from "./support/scored-game.ts";

/** The close code after which a page comes back. */
const MAY_RETURN = 4010;
let server: LocalGameServer;
beforeAll(async () => {
  server = await startScoredGame();
});
afterAll(() => server.stop());

/** As it travels. */
function travelled(value: RoomSnapshot) {
  return JSON.parse(JSON.stringify(value));
}

/** Ends a room here as one that moves, after its pages have been told not to come back by themselves. */
async function end(room: ArenaRoom, ...players: readonly TestPlayer[]) {
  for (const player of players) {
    player.stop();
    player.room.reconnection.enabled = false;
  }
  const snapshot = travelled(await room.moving.withdraw());
  expect(await matchMaker.query({ roomId: room.roomId })).toEqual([]);
  await room.moving.release(MAY_RETURN);
  return snapshot;
}

function resume(snapshot: unknown) {
  return matchMaker.createRoom(ROOM, { resume: snapshot });
}

async function back(before: TestPlayer, over: "websocket" | "sse" = "websocket"): Promise<TestPlayer> {
  return ready(await clientOf(addressOf(server), over).reconnect(before.room.reconnectionToken));
}

function linesOf({ session }: TestPlayer): ChatLine[] {
  const lines: ChatLine[] = [];
  session.mail.chat.listen((message) => lines.push(...message.lines));
  return lines;
}

describe("a room that goes on elsewhere", () => {
  it("keeps its code, people, bots, scores, talk and host, and takes its people back by their tokens", async () => {
    const ccu = matchMaker.stats.local.ccu;
    const host = await createRoom(server, { name: "Ada", bots: 4, roomName: "Home", password: "x" });
    const code = host.room.roomId;
    const guest = await joinRoom(server, code, { name: "Bob", password: "x" }, "sse");
    for (const player of [host, guest]) player.play({ moveX: 0.3 });
    const said = linesOf(guest);
    host.session.give("chat", { text: "before" });
    await waitFor("what was said", () => said.length === 1);
    await host.until("scores", () => guest.seat.score === KNOCKOUTS && host.seat.score === KNOCKOUTS);
    const ends = [host, guest].map(({ room }) => new Promise((done) => room.onLeave(done)));
    const room = roomOf(host);
    const snapshot = await end(room, host, guest);
    expect(await Promise.all(ends)).toEqual([MAY_RETURN, MAY_RETURN]);
    const bots = [...room.state.seats.values()].filter(({ bot }) => bot).map(({ name }) => name);

    const listing = await resume(snapshot);
    expect(listing.roomId).toBe(code);
    const again = await back(host);
    const other = await back(guest, "sse");
    expect(roomOf(again)).not.toBe(room);
    expect([again.room.sessionId, other.room.sessionId]).toEqual([host.room.sessionId, guest.room.sessionId]);
    expect([again.seat.name, other.seat.name]).toEqual(["Ada", "Bob"]);
    expect(again.room.state.tick).toBeGreaterThanOrEqual(room.state.tick);
    expect(again.room.state).toMatchObject({ hostId: host.room.sessionId, name: "Home", hasLobby: false });
    const { seats } = again.room.state;
    expect([...seats.values()].filter(({ bot }) => bot).map(({ name }) => name)).toEqual(bots);
    await again.until(
      "both",
      () => again.seat.connected && seats.get(other.room.sessionId)?.connected === true,
    );
    expect([again.seat.score, other.seat.score]).toEqual([KNOCKOUTS, KNOCKOUTS]);
    const heard = linesOf(other);
    again.session.give("chat", { text: "after" });
    await waitFor("the talk", () => heard.some(({ text }) => text === "after"));
    expect(heard.map(({ number, text }) => [number, text])).toContainEqual([2, "after"]);
    // It moves.
    other.play({ moveX: 1 });
    const x = other.me.x;
    await other.until("movement", () => other.me.x !== x);
    // It is counted as any other.
    expect(matchMaker.stats.local.ccu).toBe(ccu + 2);
    expect(await matchMaker.query({ roomId: code })).toMatchObject([
      { clients: 2, metadata: { players: 2, bots: 3 } },
    ]);
    await expect(joinRoom(server, code, { password: "wrong" })).rejects.toThrow("password");
    for (const player of [again, other]) await player.leave();
    await waitFor("the end", async () => (await matchMaker.query({ roomId: code })).length === 0);
    expect(matchMaker.stats.local.ccu).toBe(ccu);
  });

  it("is the same to the last of its fields, but that everybody's line is cut", async () => {
    const host = await createRoom(server, { name: "Ada", bots: 3, lobby: true, arena: undefined });
    const watcher = await joinRoom(server, host.room.roomId, { name: "Eve", spectate: true });
    host.session.give("vote", { choice: 1 });
    host.session.give("mute", { id: watcher.room.sessionId, muted: true });
    await host.until("a vote", () => host.seat.vote === 1 && host.room.state.choices.length > 1);
    await host.until("silence", (state) => state.seats.get(watcher.room.sessionId)?.muted === true);
    const snapshot = await end(roomOf(host), host, watcher);
    await resume(snapshot);
    const room = matchMaker.getLocalRoomById(snapshot.code) as ArenaRoom;
    const now = travelled(room.moving.snapshot());
    // A seat is a list of its values.
    const [bot, connected] = ["bot", "connected"].map((name) =>
      Object.keys(host.seat.toJSON()).indexOf(name),
    );
    for (const [, seat] of snapshot.seats) seat[connected ?? -1] = seat[bot ?? -1];
    expect(now).toEqual(snapshot);
    // Whoever does not come back can be put out; the place is free, and counted so.
    const again = await back(host);
    again.session.give("kick", { id: watcher.room.sessionId });
    await again.until("one less", (state) => !state.seats.has(watcher.room.sessionId));
    await expect(back(watcher)).rejects.toThrow();
    await waitFor(
      "the count",
      async () => (await matchMaker.query({ roomId: snapshot.code }))[0]?.clients === 1,
    );
    await again.leave();
  });

  it("takes nobody back with the state of another process, and keeps their seat for the whole of it", async () => {
    const host = await createRoom(server, { name: "Ada" });
    await resume(await end(roomOf(host), host));
    const { roomId, sessionId, reconnectionToken } = host.room;
    const query = new URLSearchParams({
      sessionId,
      reconnectionToken: reconnectionToken.split(":")[1] ?? "",
    });
    const silent = new WebSocket(
      `ws://127.0.0.1:${server.port}/${matchMaker.processId}/${roomId}?${query}&skipHandshake=1`,
    );
    const closed = await new Promise<CloseEvent>((done) => silent.addEventListener("close", done));
    expect(closed.code).toBe(4003);
    const again = await back(host);
    expect(again.seat.name).toBe("Ada");
    await again.leave();
  });

  it("takes a page back that may have heard of its newest token or not", async () => {
    const host = await createRoom(server, { name: "Ada" });
    const guest = await joinRoom(server, host.room.roomId, { name: "Bob" });
    const { sessionId, roomId, reconnectionToken } = guest.room;
    guest.vanish();
    const connected = (yes: boolean) =>
      host.until("the mark", (state) => state.seats.get(sessionId)?.connected === yes);
    await connected(false);
    const query = new URLSearchParams({
      sessionId,
      reconnectionToken: reconnectionToken.split(":")[1] ?? "",
    });
    const deaf = new WebSocket(`ws://127.0.0.1:${server.port}/${matchMaker.processId}/${roomId}?${query}`);
    await connected(true);
    const snapshot = await end(roomOf(host), host);
    deaf.close();
    const tokens: string[] = snapshot.people.find(([id]: string[]) => id === sessionId).at(-1);
    expect(tokens).toHaveLength(2);
    for (const token of tokens) {
      await resume(snapshot);
      const again = await ready(await clientOf(addressOf(server)).reconnect(`${roomId}:${token}`));
      expect(again.seat.name).toBe("Bob");
      const there = matchMaker.getLocalRoomById(roomId) as ArenaRoom;
      again.room.reconnection.enabled = false;
      await there.moving.release(MAY_RETURN);
    }
  });

  it("gives nobody a seat for what everybody knows of who sits there", async () => {
    const host = await createRoom(server, { name: "Ada" });
    const guest = await joinRoom(server, host.room.roomId, { name: "Bob" });
    const { sessionId, roomId } = guest.room;
    const snapshot = await end(roomOf(host), host, guest);
    const person = snapshot.people.find(([id]: string[]) => id === sessionId);
    person[person.length - 1] = [];
    await resume(snapshot);
    for (const token of [sessionId, person[1], "undefined"]) {
      await expect(clientOf(addressOf(server)).reconnect(`${roomId}:${token}`)).rejects.toThrow();
    }
    await (await back(host)).leave();
  });

  it("is refused when its snapshot is broken, of another version, or of a room that is here", async () => {
    const host = await createRoom(server, { name: "Ada" });
    const snapshot = travelled(roomOf(host).moving.snapshot());
    await expect(resume(snapshot)).rejects.toThrow(`There is a room ${host.room.roomId}`);
    await end(roomOf(host), host);
    const broken = (part: object) => resume({ ...structuredClone(snapshot), ...part });
    const { rooms } = server.roomDeps.budget;
    await expect(broken({ version: 0 })).rejects.toThrow('"room.version"');
    await expect(broken({ code: "" })).rejects.toThrow('"room.code"');
    await expect(broken({ world: { ...snapshot.world, tick: -1 } })).rejects.toThrow('"room.world.tick"');
    await expect(broken({ seats: [["a", [1, ...snapshot.seats[0][1].slice(1)]]] })).rejects.toThrow(
      '"room.seats.0.1.name"',
    );
    await expect(broken({ options: { ...snapshot.options, netRate: 7 } })).rejects.toThrow('"room.options"');
    await expect(broken({ features: { ...snapshot.features, chat: {} } })).rejects.toThrow('"features.chat.');
    await expect(broken({ features: {} })).rejects.toThrow('"features.');
    await expect(resume("no room")).rejects.toThrow('"room"');
    expect(await matchMaker.query({ roomId: snapshot.code })).toEqual([]);
    expect(server.roomDeps.budget.rooms).toBe(rooms);
    // The whole one is taken all the same.
    await resume(snapshot);
    await (await back(host)).leave();
  });

  it("is nothing that a client can ask for", async () => {
    const host = await createRoom(server, { name: "Ada", roomName: "Mine" });
    const snapshot = travelled(roomOf(host).moving.snapshot());
    const thief = await createRoom(server, { name: "Eve", resume: { ...snapshot, code: "STOLE" } });
    expect(thief.room.roomId).not.toBe("STOLE");
    expect(thief.room.state.name).toBe("Eve's room");
    expect([...thief.room.state.seats.values()].map(({ name }) => name)).toEqual(["Eve"]);
    await thief.leave();
    await host.leave();
  });
});
