import { type Client, matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import type { GameServer } from "#server/server.ts";
import { ServerMessage } from "#shared/messages.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { publicState } from "./support/public-state.ts";
import { underWay } from "./support/under-way.ts";
import { joinNarrow } from "./support/webrtc.ts";

/** What runs over TCP, and so through the proxy. */
const OVER_TCP = TRANSPORTS.filter((name) => name !== "webrtc");
/** Bytes a second of a narrow line of UDP: a quarter of what a player costs over WebRTC. One that brings nothing is dead. */
const NARROW = 4000;
/** Ticks for which nobody reads: longer than a peer may be silent. */
const STALL_TICKS = 12 * TICK_RATE;
/** Ticks within which the state is the latest again: a second, and two more for a busy machine. */
const SOON_TICKS = 3 * TICK_RATE;
/** Bytes of a message that fills queues, as no game would: what the kernel holds is megabytes. */
const BULK = 32 * 1024;
/** The bound of `backlog.ts`, and the message that crossed it. */
const MAX_BYTES = 64 * 1024 + BULK + 100;

let server: GameServer;
let host: TestPlayer;
beforeAll(async () => {
  server = await startGame();
  host = await createRoom(server, { maxPlayers: 16, arena: "meadow" });
  host.play({ aim: 1 });
});
afterAll(async () => {
  await host.leave();
  await server.stop();
});

function clientOf(player: TestPlayer): Client {
  const client = matchMaker.getLocalRoomById(player.room.roomId)?.clients.get(player.room.sessionId);
  if (client === undefined) throw new Error("The player has no connection.");
  return client;
}

describe("a player who does not read", () => {
  it("costs bounded memory, disturbs nobody, and has the latest state when reading goes on", async () => {
    const proxy = await DelayProxy.start({ targetPort: server.port });
    const readers = await Promise.all(
      OVER_TCP.map((name) => joinRoom(server, host.room.roomId, { name }, name, proxy.url)),
    );
    for (const reader of readers) {
      reader.room.onMessage(ServerMessage.Spots, () => {});
      // A sign of life now and then: who says nothing either is given up, as it should be.
      reader.play({ aim: 0.5 }, 500);
    }
    const clients = readers.map(clientOf);
    const narrow = await joinNarrow(server, host.room.roomId);
    narrow.player.play({ aim: 0.5 });
    const lost: number[] = [];
    narrow.player.room.onDrop((code) => lost.push(code));
    await host.until("everybody", (state) => state.players.size === readers.length + 2);
    proxy.stall("down");
    narrow.setRate(NARROW);
    const end = host.room.state.tick + STALL_TICKS;
    const most = clients.map(() => 0);
    const kept = readers.map((reader) => {
      const numbers: number[] = [];
      reader.room.onMessage<number>("kept", (number) => numbers.push(number));
      return numbers;
    });
    let said = 0;
    const bulk = "x".repeat(BULK);
    await waitFor(
      "the stall to end",
      () => {
        said += 1;
        for (const [i, client] of clients.entries()) {
          // What nothing newer replaces is not left out.
          client.send("kept", said);
          client.send(ServerMessage.Spots, bulk);
          most[i] = Math.max(most[i] ?? 0, underWay(client));
        }
        return host.room.state.tick >= end;
      },
      { timeoutMs: 60_000, everyMs: 50 },
    );
    for (const [i, name] of OVER_TCP.entries()) {
      expect(most[i], `bytes under way over ${name}`).toBeGreaterThan(64 * 1024);
      expect(most[i], `bytes under way over ${name}`).toBeLessThan(MAX_BYTES);
    }
    // Nothing has been read for longer than a dead peer is tolerated, and nobody was thrown out.
    for (const [i, reader] of readers.entries()) expect(clientOf(reader)).toBe(clients[i]);
    expect(lost).toEqual([]);
    expect(underWay(clientOf(narrow.player))).toBeLessThan(MAX_BYTES);
    const resumedAt = host.room.state.tick;
    proxy.resume();
    narrow.setRate(Number.POSITIVE_INFINITY);
    for (const [i, reader] of [...readers, narrow.player].entries()) {
      await reader.until(
        `the latest state over ${OVER_TCP[i] ?? "webrtc"}`,
        (state) => state.tick >= resumedAt && publicState(state) === publicState(host.room.state),
      );
      expect(host.room.state.tick - resumedAt).toBeLessThan(SOON_TICKS);
    }
    for (const numbers of kept) {
      await waitFor("what was said meanwhile", () => numbers.length === said);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    }
    for (const reader of [...readers, narrow.player]) await reader.leave();
    await proxy.close();
  });
});
