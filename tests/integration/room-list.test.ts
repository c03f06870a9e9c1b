import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { RoomSession } from "#player/room-session.ts";
import type { Config } from "#server/config.ts";
import type { LocalGameServer } from "#server/server.ts";
import { seededDice } from "#shared/random.ts";
import type { ListedRoom, RoomCard } from "#shared/room-list.ts";
import { ensureNginx } from "../../tools/nginx.ts";
import { addressOf, clientOf, createRoom, joinRoom, quickPlay, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { ListReader, listNow } from "./support/list-reader.ts";
import { startNginx } from "./support/nginx.ts";

const nginxCommand = ensureNginx();

let server: LocalGameServer;

/** A server for the tests of a `describe`: there can be one at a time in a process. */
function useServer(config: Partial<Config> = {}): void {
  beforeAll(async () => {
    server = await startGame(config);
  });
  afterAll(() => server.stop());
}

async function readerOf(origin: string): Promise<ListReader> {
  const reader = await ListReader.on(origin);
  onTestFinished(() => reader.stop());
  return reader;
}

async function ask(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(addressOf(server) + path);
  return { status: answer.status, body: await answer.json() };
}

describe("the room list as a stream", () => {
  useServer();

  it("is right on every page through 200 random openings, joins, locks and closings", async () => {
    const roll = seededDice(12);
    const origin = addressOf(server);
    const readers = await Promise.all([readerOf(origin), readerOf(origin)]);
    const inside: RoomSession[] = [];
    let locks = 0;
    const codes = (): string[] => [...new Set(inside.map(({ code }) => code))];
    const leaveOne = async (): Promise<void> => {
      const [one] = inside.splice(Math.floor(roll() * inside.length), 1);
      await one?.leave();
    };
    for (let turn = 1; turn <= 200; turn++) {
      const dice = roll();
      // Each room steps 50 times a second: a handful is enough to mix them up.
      if (inside.length === 0 || (dice < 0.4 && codes().length < 6)) {
        const options = { bots: Math.floor(roll() * 3), maxPlayers: 4, name: `P${turn}`, arena: "meadow" };
        const kind = roll();
        const about =
          kind < 0.2 ? { password: "x" } : kind < 0.3 ? { private: true } : { roomName: ` ${turn} ` };
        inside.push(await clientOf(origin).create({ ...options, ...about }));
      } else if (dice < 0.65) {
        const list = codes();
        const code = list[Math.floor(roll() * list.length)] ?? "";
        // A full room refuses, which changes nothing either.
        const joined = await clientOf(origin)
          .join(code, { password: "x", name: `P${turn}` })
          .catch(() => undefined);
        if (joined !== undefined) inside.push(joined);
      } else if (dice < 0.8) {
        // A locked room is in no list, until its host unlocks it. Hosts are known once the first state has come.
        const hosts = inside.filter(({ id, state }) => state?.hostId === id);
        const host = hosts[Math.floor(roll() * hosts.length)];
        host?.give("lock", { locked: !host.state.locked });
        if (host !== undefined) locks += 1;
      } else await leaveOne();
      if (turn % 10 > 0) continue;
      await waitFor(`both readers to be right after turn ${turn}`, async () => {
        const [one, other] = readers.map(({ list }) => list);
        return one === other && one === (await listNow(origin));
      });
    }
    expect(locks).toBeGreaterThan(5);
    while (inside.length > 0) await leaveOne();
    await waitFor("an empty list", () => readers.every(({ rooms }) => rooms.size === 0));
  });

  it("says who is host, and what a room is called, as both change", async () => {
    const reader = await readerOf(addressOf(server));
    const ann = await createRoom(server, { name: "Ann" });
    const code = ann.room.roomId;
    const shows = (name: string, host: string) =>
      waitFor(`${name} of ${host}`, () => {
        const room = reader.rooms.get(code);
        return room?.name === name && room.host === host;
      });
    await shows("Ann's room", "Ann");
    const bob = await joinRoom(server, code, { name: "Bob" });
    expect(bob.room.state.name).toBe("Ann's room");
    await ann.leave();
    await shows("Bob's room", "Bob");
    await bob.until("the name", (state) => state.name === "Bob's room");
    await bob.leave();
    await waitFor("the room to go", () => !reader.rooms.has(code));

    const named = await createRoom(server, { name: "Ann", roomName: "\u202e  Friday   night \u0007" });
    await waitFor("the name", () => reader.rooms.get(named.room.roomId)?.name === "Friday night");
    await named.leave();
    const blank = await createRoom(server, { name: "Ann", roomName: " \u200b \u3164 " });
    await waitFor("the name", () => reader.rooms.get(blank.room.roomId)?.name === "Ann's room");
    await blank.leave();
    const quick = await quickPlay(server, { name: "Zoe" });
    const { name } = await waitFor("the room", () => reader.rooms.get(quick.room.roomId));
    expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(name).not.toContain("Zoe");
    await quick.leave();
  });

  it("is not for pages of other sites", async () => {
    const headers = { Origin: "https://evil.example" };
    expect((await fetch(`${addressOf(server)}/api/rooms/stream`, { headers })).status).toBe(403);
  });

  it.skipIf(nginxCommand === undefined)("flows through an nginx as it comes", async () => {
    const nginx = await startNginx(nginxCommand ?? "", server.port);
    onTestFinished(() => nginx.stop());
    const reader = await ListReader.on(nginx.url);
    await waitFor("the list", () => reader.events > 0);
    const host = await createRoom(server);
    await waitFor("the room", () => reader.rooms.has(host.room.roomId));
    await host.leave();
    await waitFor("the room to go", () => !reader.rooms.has(host.room.roomId));
    await reader.stop();
  });
});

describe("a reader of the room list", () => {
  useServer({ maxConnectionsPerAddress: 2 });

  it("is for so many of an address, and cuts those who do not read", async () => {
    const stalled = Array.from({ length: 2 }, () => {
      const socket = connect(server.port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write("GET /api/rooms/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
      return socket.pause();
    });
    onTestFinished(() => {
      for (const socket of stalled) socket.destroy();
    });
    const refusal = await waitFor("a refusal", () =>
      ListReader.on(addressOf(server)).then(
        (reader) => reader.stop().then(() => undefined),
        (error: Error) => error.message,
      ),
    );
    expect(refusal).toMatch(/Status 429.*lists_of_address\?lists=2/);
    // Two megabytes an event: what the system keeps for a socket is full after a few.
    const room = { ...exampleRoom("AAAAA"), name: "x".repeat(2000) };
    let players = 0;
    await waitFor("the stalled ones to be cut", () => {
      players += 1;
      for (let n = 0; n < 1000; n++)
        server.roomDeps.board.post(`ROOM${n}`, { ...room, code: `ROOM${n}`, players });
      return ListReader.on(addressOf(server)).then(
        (reader) => reader.stop().then(() => true),
        () => false,
      );
    });
  });

  it("may look at the head, and is told the end when the server goes down", async () => {
    const head = await fetch(`${addressOf(server)}/api/rooms/stream`, { method: "HEAD" });
    expect(head.headers.get("content-type")).toBe("text/event-stream");
    const reader = await ListReader.on(addressOf(server));
    await waitFor("the list", () => reader.events > 0);
    await server.stop();
    await reader.ended;
  });
});

describe("what whoever has a code may see", () => {
  useServer({ maxJoinsPerMinute: 300 });

  it("is who is in the room, and how to come in, of a private one too", async () => {
    const host = await createRoom(server, {
      name: "Ann",
      private: true,
      password: "x",
      maxPlayers: 2,
      look: 5,
    });
    const code = host.room.roomId;
    const { status, body } = await ask(`/api/rooms/${code.toLowerCase()}`);
    expect(status).toBe(200);
    const card = {
      ...{ code, name: "Ann's room", named: false, host: "Ann", arena: "Cloud Meadow", mode: "brawl" },
      ...{ players: 1, bots: 0, maxPlayers: 2, locked: true, private: true, full: false, refuses: null },
      people: [{ name: "Ann", look: host.seat.look }],
    } satisfies Partial<RoomCard>;
    expect(body).toMatchObject(card);
    expect(JSON.stringify(body)).not.toContain("password");
    const { url } = host.room.connection;
    const { body: place } = await ask(`/api/rooms/${code}/process`);
    expect(url).toContain(`/${place.process}/${code}?`);
    const guest = await joinRoom(server, code, { name: "Bob", password: "x" });
    await waitFor("the full room", async () => (await ask(`/api/rooms/${code}`)).body.full === true);
    await guest.leave();
    await host.leave();
    await waitFor("the room to go", async () => (await ask(`/api/rooms/${code}`)).status === 404);
    expect((await ask(`/api/rooms/${code}`)).body).toMatchObject({ error: `no_room?code=${code}` });
    expect(await ask("/api/rooms/%22%3E")).toMatchObject({ status: 404, body: { error: "bad_code" } });
  });

  it("is asked for as often as one may join, no more often than links", async () => {
    const look = () => fetch(`${addressOf(server)}/api/rooms/ABCDE`);
    expect((await look()).status).toBe(404);
    // What was asked for comes back with time, and a busy machine takes its time: links until there is nothing left for a look.
    let refused = await look();
    for (let batch = 0; batch < 40 && refused.status !== 429; batch++) {
      await Promise.all(Array.from({ length: 50 }, () => fetch(`${addressOf(server)}/r/ABCDE`)));
      refused = await look();
    }
    expect(refused.status).toBe(429);
    expect((await refused.json()).error).toMatch(/^looks_too_often\?seconds=\d+$/);
  });
});

function exampleRoom(code: string): ListedRoom {
  const about = { name: "Ledge", named: true, host: "Ann", arena: "Cloud Meadow", mode: "brawl" };
  return {
    ...about,
    code,
    spectators: 0,
    bots: 0,
    maxPlayers: 8,
    players: 1,
    phase: "playing",
    locked: false,
  };
}
