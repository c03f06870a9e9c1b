import { matchMaker } from "@colyseus/core";
import { Client } from "@colyseus/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { COMMANDS } from "#server/commands/table.ts";
import { protocolOf } from "#server/protocol.ts";
import type { GameServer } from "#server/server.ts";
import { nextRandom } from "#shared/random.ts";
import { FrameRules } from "#transports/pipeline/frames.ts";
import { addressOf, createRoom, startGame, type TestPlayer } from "../support/game.ts";

const FRAMES = 10_000;
/** Frames that one seat may send at once. */
const BURST = 140;

const rules = new FrameRules(protocolOf(COMMANDS));
let server: GameServer;
let witness: TestPlayer;
beforeAll(async () => {
  server = await startGame();
  witness = await createRoom(server, { name: "Witness" });
  countFrames(witness.room.roomId);
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

/** A frame of a kind that the guard lets through, with nonsense in it. */
function plausible(seed: number): Uint8Array {
  const noise = bytes(seed, 2 + (seed % 60));
  switch (seed % 4) {
    case 0:
      return Uint8Array.of(19, 0, noise[0] ?? 0, 6, 1, 2, 3, noise[1] ?? 0);
    case 1:
      return Uint8Array.of(19 | 0x80, 0xce, ...bytes(seed, 4), 2, noise[0] ?? 0);
    case 2:
      return Uint8Array.of(13, 0xa0 | 4, ...new TextEncoder().encode("time"), 0xce, ...bytes(seed, 4));
    default:
      return Uint8Array.of(13, 0xa0 | 7, ...new TextEncoder().encode("rematch"));
  }
}

async function seat(name: string) {
  const room = await new Client(addressOf(server)).joinById(witness.room.roomId, { name });
  room.reconnection.enabled = false;
  room.onMessage("*", () => {});
  room.onError(() => {});
  return room;
}

/** The game of somebody who did nothing wrong goes on: every step is made, and every input is taken. */
async function expectUnharmed(): Promise<void> {
  const { tick } = witness.room.state;
  const acknowledged = witness.room.input({}).lastProcessed;
  await witness.until("the game to go on", (state) => state.tick > tick + 50);
  expect(witness.room.input({}).lastProcessed).toBeGreaterThan(acknowledged + 20);
  expect(witness.seat.connected).toBe(true);
  expect([witness.me.x, witness.me.y].every(Number.isFinite)).toBe(true);
}

/** Frames that have got through to the room of the witness, whatever it made of them. */
let handled = 0;
function countFrames(roomId: string): void {
  const room = matchMaker.getLocalRoomById(roomId);
  const receive: unknown = Reflect.get(room, "_onMessage");
  if (typeof receive !== "function") throw new Error("Colyseus receives messages elsewhere by now.");
  Reflect.set(room, "_onMessage", (...values: unknown[]) => {
    handled += 1;
    return receive.apply(room, values);
  });
}

describe("garbage", () => {
  it(`of ${FRAMES} frames of kinds that are let through reaches the room and hurts nobody else`, async () => {
    const before = handled;
    for (let round = 0; handled - before < FRAMES; round++) {
      expect(round, "rounds that it takes").toBeLessThan(FRAMES / 20);
      const room = await seat(`Noise ${round}`);
      for (let i = 0; i < BURST && room.connection.isOpen; i++)
        room.connection.send(plausible(round * BURST + i));
      await room.leave(true).catch(() => {});
    }
    await expectUnharmed();
  }, 120_000);

  it("of kinds that no page of ours sends ends the connection of who sent it, with words", async () => {
    const hostile = [
      [20, 1, 0xff],
      [20 | 0x80, 0xce, 0, 0, 0, 24, 0, 0, 0, 0],
      [19, 99, 1],
      [21, 1, 2],
      [17, 1, 2],
      [10, 10, 10],
      [13, 0xa7, ...new TextEncoder().encode("rematch"), 0xc1],
      [13, 0xa4, ...new TextEncoder().encode("time"), 0xa3, 0xed, 0xa0, 0x80],
      [13, 0xa5, ...new TextEncoder().encode("admin")],
      [0],
      ...Array.from({ length: 40 }, (_, i) => [...bytes(i + 7, 1 + (i % 90))]),
    ].filter((frame) => !rules.isLegal(Uint8Array.from(frame)));
    expect(hostile.length).toBeGreaterThan(40);
    for (const frame of hostile) {
      const room = await seat("Hostile");
      const left = new Promise<[number, string | undefined]>((resolve) =>
        room.onLeave((code, reason) => resolve([code, reason])),
      );
      room.connection.send(Uint8Array.from(frame));
      const [code, reason] = await left;
      expect(code).toBe(4002);
      expect(reason).toBe("not_ours");
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
          expect(JSON.parse(text).sentence).toMatch(/^[A-Z].*\.$/);
        }
      }
    }
    expect(Object.hasOwn(Object.prototype, "bots")).toBe(false);
    await expectUnharmed();
  });
});

describe("an address that holds more sockets than its share", () => {
  it("is refused the next one, and gets it when one is free again", async () => {
    const { Holdings } = await import("#transports/limits/limits.ts");
    const holdings = new Holdings(2);
    expect([holdings.take("a"), holdings.take("a"), holdings.take("a")]).toEqual([true, true, false]);
    expect(holdings.take("b")).toBe(true);
    holdings.release("a");
    expect(holdings.take("a")).toBe(true);
  });
});

describe("an address that asks too often", () => {
  it("has to wait, with words, and gets its turn again", async () => {
    const { RateLimit } = await import("#transports/limits/limits.ts");
    const limit = new RateLimit(60);
    for (let i = 0; i < 60; i++) expect(limit.take("a", 0)).toBe(0);
    expect(limit.take("a", 0)).toBe(1);
    expect(limit.take("b", 0)).toBe(0);
    expect(limit.take("a", 1000)).toBe(0);
  });
});
