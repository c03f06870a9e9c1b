import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import type { GameServer } from "#server/server.ts";
import type { RefusedMessage } from "#shared/messages.ts";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import {
  addressOf,
  clientOf,
  createRoom,
  joinRoom,
  quickPlay,
  startGame,
  type TestPlayer,
} from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

/** What the host may tell a room, about somebody in it. A new power of the host needs a line here. */
const POWERS: Readonly<Record<string, (id: string) => unknown>> = {
  kick: (id) => ({ id, address: true }),
  mute: (id) => ({ id, muted: true }),
  lock: () => ({ locked: true }),
  handOver: (id) => ({ id }),
  start: () => undefined,
  setUp: () => ({ arena: "frost", bots: 5 }),
  pause: () => ({ paused: true }),
  endMatch: () => undefined,
  restart: () => undefined,
  moveTeam: (id) => ({ id, team: 1 }),
  setFilter: () => ({ on: false }),
};

/** All that the powers change, as one text. */
function whatPowersChange({ room }: TestPlayer): string {
  const { hostId, locked, arena, next, bots, resumesAt, filtered, seats } = room.state;
  const people = [...seats].map(([id, seat]) => [id, seat.muted, seat.team].join());
  return JSON.stringify([hostId, locked, arena, next, bots, resumesAt, filtered, people]);
}

/** The token by which the server knows a player again. */
async function tokenOf({ session }: TestPlayer): Promise<string> {
  let token = "";
  session.mail.identity.listen((message) => {
    token = message.token;
  });
  await waitFor("the token", () => token !== "");
  return token;
}

/** Tells whether, and with which words, a player is put out. */
function end({ room }: TestPlayer): () => string | undefined {
  let said: string | undefined;
  room.onLeave((_code, reason) => {
    said = reason ?? "without a word";
  });
  return () => said;
}

/** The refusal of a join, with its code. */
async function refusalOf(joining: Promise<unknown>): Promise<unknown> {
  return joining.then(
    () => "let in",
    (error: unknown) => error,
  );
}

describe.each(TRANSPORTS)("over %s", (transport: TransportName) => {
  it("no power of the host is for anybody else, player or spectator", async () => {
    const host = await createRoom(server, { name: "Ann", lobby: true });
    const code = host.room.roomId;
    const others = [
      await joinRoom(server, code, { name: "Ben" }, transport),
      await joinRoom(server, code, { name: "Cleo", role: "spectator" }, transport),
    ];
    await host.until("three people", ({ seats }) => seats.size === 3);
    const before = whatPowersChange(host);
    const powers = Object.entries(COMMANDS).filter(([, { by }]) => by === "host");
    for (const other of others) {
      const refused: RefusedMessage[] = [];
      other.session.mail.refused.listen((message) => refused.push(message));
      for (const [name] of powers) {
        const payload = POWERS[name];
        if (payload === undefined) throw new Error(`No payload for the power "${name}" in this test.`);
        other.room.send(name, payload(host.room.sessionId));
      }
      await waitFor("all refusals", () => refused.length === powers.length);
      expect(refused).toEqual(powers.map(([command]) => ({ command, why: "host_only" })));
    }
    // What a command changes would be in the patches after it.
    const { tick } = host.room.state;
    await host.until("more patches", (state) => state.tick >= tick + 20);
    expect(whatPowersChange(host)).toBe(before);
    expect(host.room.state.phase).toBe("lobby");
    for (const one of [...others, host]) await one.leave();
  });

  it("whoever is put out goes with all tabs, and comes back under no name and with no token", async () => {
    const host = await createRoom(server, { name: "Ann" });
    const code = host.room.roomId;
    const ben = await joinRoom(server, code, { name: "Ben" }, transport);
    const token = await tokenOf(ben);
    const tab = await joinRoom(server, code, { name: "Ben again", token }, transport);
    const ends = [end(ben), end(tab)];
    const { reconnectionToken } = ben.room;
    await host.until("three people", ({ seats }) => seats.size === 3);
    host.room.send("kick", { id: ben.room.sessionId });
    await waitFor("both to be put out", () => ends.every((said) => said() !== undefined));
    expect(ends.map((said) => said())).toEqual(["kicked", "kicked"]);
    await host.until("one person", ({ seats }) => seats.size === 1);
    const client = clientOf(addressOf(server), transport);
    expect(await refusalOf(client.join(code, { name: "Zoe", token }))).toMatchObject({
      code: 403,
      message: "kicked",
    });
    expect(await refusalOf(client.reconnect(reconnectionToken))).toMatchObject({ code: 410 });
    const friend = await joinRoom(server, code, { name: "Friend" }, transport);
    await host.until("a friend", ({ seats }) => seats.size === 2);
    await friend.leave();
    await host.leave();
  });
});

describe("a room that nobody else is to find", () => {
  it("is in no list and not played by chance when it is locked; whoever drops out of it returns", async () => {
    const host = await createRoom(server, { name: "Ann" });
    const code = host.room.roomId;
    const ben = await joinRoom(server, code, { name: "Ben" });
    const isListed = async (): Promise<boolean> => {
      const answer = await fetch(`${addressOf(server)}/api/rooms`);
      const { rooms } = (await answer.json()) as { rooms: { code: string }[] };
      return rooms.some((room) => room.code === code);
    };
    expect(await isListed()).toBe(true);
    host.room.send("lock", { locked: true });
    await ben.until("the lock", ({ locked }) => locked);
    await waitFor("the list to hear of it", async () => !(await isListed()));
    const stranger = await quickPlay(server);
    expect(stranger.room.roomId).not.toBe(code);
    expect(await refusalOf(clientOf(addressOf(server)).join(code))).toMatchObject({
      code: 403,
      message: `room_locked?code=${code}`,
    });
    const back = new Promise<void>((resolve) => ben.room.onReconnect(() => resolve()));
    ben.room.connection.close(4010);
    await back;
    await host.until("Ben", ({ seats }) => seats.get(ben.room.sessionId)?.connected === true);
    for (const one of [stranger, ben, host]) await one.leave();
  });

  it("keeps out at the door who was put out after a seat was reserved", async () => {
    const host = await createRoom(server, { name: "Ann" });
    const code = host.room.roomId;
    const ben = await joinRoom(server, code, { name: "Ben" });
    const token = await tokenOf(ben);
    const answer = await fetch(`${addressOf(server)}/matchmake/joinById/${code}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: "Ben too", token }),
    });
    expect(answer.status).toBe(200);
    const said = end(ben);
    host.room.send("kick", { id: ben.room.sessionId });
    await waitFor("Ben to be put out", () => said() === "kicked");
    const late = await refusalOf(clientOf(addressOf(server)).take(await answer.json()));
    expect(String((late as Error).message)).toContain("kicked");
    await host.leave();
  });

  it("tells nobody the token of a guest, nor who they are", async () => {
    const host = await createRoom(server, { name: "Ann" });
    const ben = await joinRoom(server, host.room.roomId, { name: "Ben" });
    const token = await tokenOf(ben);
    const [, claims = ""] = token.split(".");
    const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string };
    const pages = ["/api/rooms", `/api/rooms/${host.room.roomId}`, "/metrics"].map(async (path) =>
      (await fetch(`${addressOf(server)}${path}`)).text(),
    );
    const told = [JSON.stringify(host.room.state), ...(await Promise.all(pages))].join("\n");
    expect(told).toContain("Ben");
    expect(told).not.toContain(sub);
    expect(told).not.toContain(token);
    for (const one of [ben, host]) await one.leave();
  });
});
