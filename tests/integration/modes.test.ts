import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadArena } from "#lab/bench/tournament.ts";
import type { GameServer } from "#server/server.ts";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import { createRoom, startGame } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";

const ARENA = "meadow";
/** Length (s) of the shortest match that a room may have. */
const SHORTEST = 30;

describe.runIf(NIGHTLY)("a real room", () => {
  let server: GameServer;
  beforeAll(async () => {
    server = await startGame();
  });
  afterAll(() => server.stop());

  it.concurrent.each(modesFor(loadArena(ARENA)))(
    "plays a match of %s with bots to its end",
    { timeout: 90_000 },
    async (mode) => {
      const ann = await createRoom(server, { mode, arena: ARENA, name: "Ann", bots: 5, timeLimit: SHORTEST });
      const { state } = ann.room;
      await ann.until("the match", ({ phase }) => phase === "playing");
      expect(state.mode).toBe(mode);
      expect(state.teamPoints.length).toBe(modeOf(mode).teams ?? 0);
      if (mode === "king")
        await ann.until("a bearer", ({ things }) => [...things.values()].some(({ owner }) => owner !== ""));
      if (mode === "last") await ann.until("the first round", ({ round }) => round === 1);
      await ann.until("the results", ({ phase }) => phase === "results", 60_000);
      expect(state.winners.length).toBeGreaterThan(0);
      for (const id of state.winners) expect(state.seats.has(id)).toBe(true);
      const points = [...state.seats.values()].reduce((sum, seat) => sum + seat.points, 0);
      if (mode === "king" || mode === "hill") expect(points).toBeGreaterThan(0);
      await ann.leave();
    },
  );
});
