import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { nextRandom } from "#shared/random.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { encodeBatch } from "#transports/http/batch.ts";
import { addressOf, createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

const OVER_HTTP = ["sse", "long-polling", "polling"] as const;
/** What a batch says that it is. */
const BYTES = "application/octet-stream";
/** Connections that one address may hold. One that was ended for what it sent counts until its good-bye is old. */
const MAX_CONNECTIONS = 14;
/** A dead peer is to be found within 10 s. */
const DEAD_TICKS = 10 * TICK_RATE;
/** The first silence is counted from the last request, up to two seconds before, and the ticks may run late. */
const SPARE_TICKS = TICK_RATE;

let server: GameServer;
let host: TestPlayer;
beforeAll(async () => {
  server = await startGame({ maxConnectionsPerAddress: MAX_CONNECTIONS });
  host = await createRoom(server, { maxPlayers: 16 });
  host.play();
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

/** Takes a seat as the matchmaker gives it. */
async function seat(): Promise<{ roomId: string; sessionId: string }> {
  const { roomId } = host.room;
  const answer = await fetch(`${addressOf(server)}/matchmake/joinById/${roomId}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
  const { sessionId } = (await answer.json()) as { sessionId: string };
  return { roomId, sessionId };
}

async function post(path: string, body: string | Uint8Array<ArrayBuffer>, type = "application/json") {
  const answer = await fetch(`${addressOf(server)}/transports/${path}`, {
    method: "POST",
    headers: { "Content-Type": type },
    body,
  });
  return { status: answer.status, text: await answer.text() };
}

/** Opens a connection by hand and takes the seat. Returns its path. */
async function open(transport: string): Promise<{ path: string; sessionId: string }> {
  const asked = await seat();
  const { status, text } = await post(transport, JSON.stringify(asked));
  expect(status, text).toBe(200);
  const { id } = JSON.parse(text) as { id: string };
  const { sessionId } = asked;
  await waitFor("the seat", () => matchMaker.getLocalRoomById(asked.roomId)?.clients.get(sessionId));
  return { path: `${transport}/${id}`, sessionId };
}

const isSeated = (sessionId: string): boolean =>
  matchMaker.getLocalRoomById(host.room.roomId)?.clients.get(sessionId) !== undefined;

describe("the opening of a connection over requests", () => {
  it.each([
    ["nothing", "", 400],
    ["no seat", "{}", 400],
    ["no JSON", "{", 400],
    ["too much", JSON.stringify({ roomId: "x".repeat(5000), sessionId: "a" }), 413],
    ["more than is known", JSON.stringify({ roomId: "A", sessionId: "b", admin: true }), 400],
    ["a path", JSON.stringify({ roomId: "../A", sessionId: "b" }), 400],
  ])("is refused in words for %s", async (_what, body, status) => {
    const answer = await post("sse", body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).sentence).toMatch(/[a-z ]{10}/i);
  });

  it("is refused beyond the share of an address, over all transports together, until one is free", async () => {
    const held = [];
    for (let i = 1; i < MAX_CONNECTIONS; i++) held.push(await open(OVER_HTTP[i % OVER_HTTP.length] ?? "sse"));
    await expect(joinRoom(server, host.room.roomId, {}, "polling")).rejects.toThrow("too_many_connections");
    const goodBye = encodeBatch({ ack: 0, first: 1, records: [{ type: "close", code: 4000, reason: "" }] });
    for (const { path } of held) await post(path, goodBye, BYTES);
    const { path } = held.at(-1) ?? { path: "" };
    await waitFor("a free place", async () => (await post(path, "", BYTES)).status === 404);
    const guest = await joinRoom(server, host.room.roomId, {}, "polling");
    await guest.leave();
  });
});

describe.each(OVER_HTTP)("a connection over %s", (transport) => {
  it("ends for bytes that are no batch, and for a batch that is too long", async () => {
    let state = 5;
    const noise = Uint8Array.from({ length: 40 }, () => {
      const next = nextRandom(state);
      state = next.state;
      return Math.floor(next.value * 256);
    });
    const { path, sessionId } = await open(transport);
    expect((await post(path, new Uint8Array(17 * 1024), BYTES)).status).toBe(413);
    expect(isSeated(sessionId)).toBe(true);
    expect((await post(path, noise, BYTES)).status).toBe(400);
    await waitFor("the end", () => !isSeated(sessionId));
    await host.until("the free seat", (now) => !now.players.has(sessionId));
  });

  it("ends for more frames than anybody needs", async () => {
    const { path, sessionId } = await open(transport);
    const records = Array.from({ length: 500 }, () => ({ type: "frame" as const, bytes: Uint8Array.of(18) }));
    const { status } = await post(path, encodeBatch({ ack: 0, first: 1, records }), BYTES);
    expect([200, 400]).toContain(status);
    await waitFor("the end", () => !isSeated(sessionId));
  });
});

describe("a player who says nothing any more", () => {
  it("is found dead within ten seconds over every transport by requests", async () => {
    const dead = await Promise.all(OVER_HTTP.map(open));
    const since = host.room.state.tick;
    await waitFor("nobody to be seated", () => dead.every(({ sessionId }) => !isSeated(sessionId)), {
      timeoutMs: 60_000,
    });
    expect(host.room.state.tick - since).toBeLessThan(DEAD_TICKS + SPARE_TICKS);
    for (const { path } of dead) expect((await post(path, "", BYTES)).status).toBe(404);
  });
});

describe("an event stream", () => {
  it("ends with the connection that it belongs to, although its reader does not hang up", async () => {
    const { text } = await post("sse", JSON.stringify({ roomId: host.room.roomId, sessionId: "nobody" }));
    const { id } = JSON.parse(text) as { id: string };
    const stream = await fetch(`${addressOf(server)}/transports/sse/${id}?ack=0`);
    let isOver = false;
    // It breaks off: whoever is gone is not written to.
    stream.text().then(
      () => (isOver = true),
      () => (isOver = true),
    );
    // The refusal and the close that follows it have arrived, so that nothing is left to say.
    await waitFor("the connection to be closed", async () => {
      const batch = encodeBatch({ ack: 2, first: 1, records: [] });
      return (await post(`sse/${id}`, batch, BYTES)).status === 200;
    });
    await waitFor("the end of the stream", () => isOver);
  });
});
