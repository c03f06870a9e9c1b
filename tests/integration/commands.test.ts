import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { command } from "#server/commands/command.ts";
import { COMMANDS } from "#server/commands/table.ts";
import type { GameServer } from "#server/server.ts";
import { createRoom, joinRoom, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

/** A command of this test: it says how many players are in the room besides the one who asks, and greets them. */
const greet = command({
  payload: z.strictObject({ word: z.string().max(20), times: z.int().max(3) }),
  rate: { perSecond: 10, burst: 10 },
  by: "anybody",
  run: ({ world }, { id, seat }, { word, times }) => ({
    words: `${Array(times).fill(word).join(" ")}, says ${seat.name}`,
    others: [...world.players.keys()].filter((other) => other !== id).length,
  }),
});

describe("a command that is one entry of the table", () => {
  let server: GameServer;
  beforeAll(async () => {
    server = await startGame({}, { commands: { ...COMMANDS, greet } });
  });
  afterAll(() => server.stop());

  it("runs in a real room, and the guard lets it through", async () => {
    const host = await createRoom(server, { name: "Ann" });
    const guest = await joinRoom(server, host.room.roomId);
    const told: unknown[] = [];
    guest.room.onMessage("greet", (answer) => told.push(answer));
    let others = 0;
    host.room.onMessage("greet", () => others++);
    guest.room.send("greet", { word: "Hello", times: 2 });
    await waitFor("the answer", () => told.length > 0);
    expect(told).toEqual([
      {
        words: `Hello Hello, says ${guest.seat.name}`,
        others: 1,
      },
    ]);
    expect(others).toBe(0);
    await guest.leave();
    await host.leave();
  });

  it("puts out whoever sends another payload", async () => {
    const host = await createRoom(server);
    host.room.reconnection.enabled = false;
    const left = new Promise<string | undefined>((resolve) =>
      host.room.onLeave((_code, reason) => resolve(reason)),
    );
    host.room.send("greet", { word: "Hello", times: 4 });
    expect(await left).toBe("not_ours");
  });
});
