import { Client } from "@colyseus/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { GameServer } from "#server/server.ts";
import { nextRandom } from "#shared/random.ts";
import { addressOf, createRoom, startGame, type TestPlayer } from "./support/game.ts";

const FRAMES = 10_000;

let server: GameServer;
let witness: TestPlayer;
beforeAll(async () => {
  server = await startGame();
  witness = await createRoom(server, { name: "Witness" });
  witness.play({ moveX: 1 });
});
afterAll(async () => {
  await witness.leave();
  await server.stop();
});

/** Random bytes that are the same in every run. */
function bytes(seed: number, length: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    const next = nextRandom(state);
    state = next.state;
    return Math.floor(next.value * 256);
  });
}

/** The game of somebody who did nothing wrong goes on: steps pass and inputs are taken. */
async function expectUnharmed(): Promise<void> {
  const { tick } = witness.room.state;
  const acknowledged = witness.room.input({}).lastProcessed;
  await witness.until("the game to go on", (state) => state.tick > tick + 50);
  expect(witness.room.input({}).lastProcessed).toBeGreaterThan(acknowledged + 20);
  expect(witness.me.connected).toBe(true);
}

describe("garbage", () => {
  it(`of ${FRAMES} frames, in seats and without, hurts nobody else`, async () => {
    let sent = 0;
    for (let round = 0; sent < FRAMES; round++) {
      // Each round is a fresh seat in the witness's own room; the server may end it at any time.
      const room = await new Client(addressOf(server)).joinById(witness.room.roomId, {
        name: `Noise ${round}`,
      });
      room.reconnection.enabled = false;
      room.onMessage("*", () => {});
      room.onError(() => {});
      const left = new Promise<void>((resolve) => room.onLeave(() => resolve()));
      for (let i = 0; i < 150 && room.connection.isOpen; i++, sent++) {
        const frame = bytes(round * 1000 + i, 1 + (i % 200));
        // Half of them begin as a message of the protocol does: input, data, request, ping.
        if (i % 2 === 0) frame[0] = [12, 13, 14, 15, 17, 19, 20, 21][i % 8] ?? 12;
        room.connection.send(frame);
      }
      await room.leave(true).catch(() => {});
      await left;
    }
    await expectUnharmed();
  }, 60_000);

  it("instead of a handshake is turned away", async () => {
    const base = addressOf(server).replace("http", "ws");
    for (const path of [
      "/",
      "/x/y",
      `/x/${witness.room.roomId}`,
      `/x/${witness.room.roomId}?sessionId=a`,
      "/%00/%ff?sessionId=%00",
    ]) {
      const socket = new WebSocket(base + path);
      const closed = new Promise<void>((resolve) => {
        socket.once("close", () => resolve());
        socket.once("error", () => resolve());
      });
      socket.once("open", () => socket.send(bytes(path.length, 100)));
      await closed;
    }
    await expectUnharmed();
  });

  it("in matchmaking bodies of any size and shape is refused in words", async () => {
    const url = `${addressOf(server)}/matchmake`;
    const bodies = [
      "",
      "{",
      "null",
      "[]",
      '"text"',
      "0",
      '{"name":[[[[]]]]}',
      '{"__proto__":{"bots":99}}',
      '{"constructor":{"prototype":{}}}',
      `{"name":"${"a".repeat(5000)}"}`,
      `{"a":${"[".repeat(3000)}${"]".repeat(3000)}}`,
      "a".repeat(60_000),
      Buffer.from(bytes(5, 4000)).toString("latin1"),
    ];
    const targets = [
      "create/arena",
      "joinOrCreate/arena",
      "joinById/ABCDE",
      "reconnect/ABCDE",
      "x/y",
      "create/%00",
    ];
    for (const target of targets) {
      for (const body of bodies) {
        const answer = await fetch(`${url}/${target}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
        });
        const text = await answer.text();
        if (answer.status !== 200) {
          expect(answer.status).toBeLessThan(500);
          expect(JSON.parse(text).error).toMatch(/^[A-Z].*\.$/);
        }
      }
    }
    expect(Object.hasOwn(Object.prototype, "bots")).toBe(false);
    await expectUnharmed();
  });
});

describe("an address that holds more sockets than its share", () => {
  it("is refused the next one, and gets it when one is free again", async () => {
    const { Holdings } = await import("#server/web/limits.ts");
    const holdings = new Holdings(2);
    expect([holdings.take("a"), holdings.take("a"), holdings.take("a")]).toEqual([true, true, false]);
    expect(holdings.take("b")).toBe(true);
    holdings.release("a");
    expect(holdings.take("a")).toBe(true);
  });
});

describe("an address that asks too often", () => {
  it("has to wait, with words, and gets its turn again", async () => {
    const { RateLimit } = await import("#server/web/limits.ts");
    const limit = new RateLimit(60);
    for (let i = 0; i < 60; i++) expect(limit.take("a", 0)).toBe(0);
    expect(limit.take("a", 0)).toBe(1);
    expect(limit.take("b", 0)).toBe(0);
    expect(limit.take("a", 1000)).toBe(0);
  });
});
