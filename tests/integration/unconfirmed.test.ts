import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldBack } from "#colyseus/server/confirmation.ts";
import type { GameServer } from "#server/server.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { batchOf } from "../fuzz/inputs/batches.ts";
import { datagramOf } from "../fuzz/inputs/datagrams.ts";
import { seatIn } from "../fuzz/send/seats.ts";
import { connect } from "../fuzz/send/sender.ts";
import { createRoom, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

/** "stepTime", which has no payload and is answered. */
const QUESTION = [13, 0xa8, ...Buffer.from("stepTime")];
/** A page has 15 s to say that it is in. */
const TOO_LONG_MS = 16_000;

/** Lets time pass for what the room waits for. */
function pass(ms: number): void {
  for (const timer of [...room().clock.delayed]) timer.tick(ms);
}

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

function room() {
  const found = matchMaker.getLocalRoomById(host.room.roomId);
  if (found === undefined) throw new Error("The room is gone.");
  return found;
}

function asks(transport: string): string {
  const hex = (bytes: number[]): string => Buffer.from(bytes).toString("hex");
  if (transport === "websocket") return `frame ${hex(QUESTION)}`;
  return transport === "webrtc"
    ? `datagram ${hex(datagramOf(1, 1, [QUESTION]))}`
    : `batch ${hex(batchOf(0, 1, [QUESTION]))}`;
}

describe("a player who asks and never says that it is in", () => {
  it.each(TRANSPORTS)("is let go, over %s", async (transport) => {
    const seat = await seatIn(server.port, "127.0.0.1", host.room.roomId);
    if (seat === undefined) throw new Error("There was no seat.");
    const from = "127.0.0.1";
    const wire = await connect(transport, { ...seat, port: server.port, from, room: seat.roomId });
    const silent = await waitFor("the connection", () => room().clients.get(seat.sessionId));
    wire?.send(asks(transport));
    await wire?.settle();
    await waitFor("an answer to be kept", () => heldBack(silent) > 0);
    pass(TOO_LONG_MS);
    await waitFor("the end of the connection", async () => {
      // Silence would be its end in any case.
      wire?.send(asks(transport));
      await wire?.settle();
      return !room().clients.includes(silent);
    });
    wire?.break();
    expect(host.seat.connected).toBe(true);
  });

  it("is not taken for one who plays", () => {
    pass(TOO_LONG_MS);
    expect(room().clients.get(host.room.sessionId)).toBeDefined();
    expect(host.room.connection.isOpen).toBe(true);
  });
});
