import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GameServer } from "#server/server.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { addMode } from "#shared/simulation/modes/table.ts";
import { createRoom, joinRoom, startGame } from "../../support/game.ts";

/** Whoever falls is out of the round, and whoever comes late waits for the next one. */
const rounds: Mode = { ...brawl, id: "rounds", name: "Rounds", admits: () => false };

describe("a mode in which latecomers wait, in one file", () => {
  let server: GameServer;
  beforeAll(async () => {
    addMode(rounds);
    server = await startGame();
  });
  afterAll(() => server.stop());

  it("lets them watch until the next match, and play in it", async () => {
    const ann = await createRoom(server, { mode: "rounds", name: "Ann", bots: 1 });
    await ann.until("the match", ({ phase }) => phase === "playing");
    const ben = await joinRoom(server, ann.room.roomId, { name: "Ben" });
    await ben.until("the seat", ({ seats }) => seats.has(ben.room.sessionId));
    const { tick } = ben.room.state;
    await ben.until("half a second", (state) => state.tick >= tick + 25);
    expect(ben.room.state.players.has(ben.room.sessionId)).toBe(false);
    ann.room.send("restart");
    await ben.until("the character", ({ players }) => players.has(ben.room.sessionId));
    const { x, y } = ben.me;
    ben.play({ moveX: x > 15 ? -1 : 1 });
    await ben.until("movement", () => Math.hypot(ben.me.x - x, ben.me.y - y) > 1);
    await ben.leave();
    await ann.leave();
  });
});
