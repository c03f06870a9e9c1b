import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StepTimeAnswer } from "#server/commands/step-time.ts";
import type { GameServer } from "#server/server.ts";
import { MOVE, TICK_MS } from "#shared/tunables.ts";
import { createRoom, joinRoom, startGame, type TestPlayer } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

/** Way (tiles) that a player makes in a number of steps of the server, running on the spot of others. */
async function wayIn(player: TestPlayer, steps: number): Promise<{ way: number; steps: number }> {
  const { state } = player.room;
  let { x, y } = player.me;
  let way = 0;
  const watch = (): void => {
    const leap = Math.hypot(player.me.x - x, player.me.y - y);
    // A respawn is not a way made.
    if (leap < 3) way += leap;
    ({ x, y } = player.me);
  };
  player.room.onStateChange(watch);
  const start = state.tick;
  await player.until("the steps to pass", () => state.tick >= start + steps);
  player.room.onStateChange.remove(watch);
  return { way, steps: state.tick - start };
}

describe("playing", () => {
  it("moves by inputs, and shows the numbers of a body only to its owner", async () => {
    const host = await createRoom(server);
    const guest = await joinRoom(server, host.room.roomId);
    host.play({ moveX: 1 });
    await host.until("speed", () => host.me.vx > 1);
    await guest.until("the host in motion", (state) => {
      const seen = state.players.get(host.room.sessionId);
      return seen !== undefined && Math.abs(seen.x - host.me.x) < 2;
    });
    const seen = guest.room.state.players.get(host.room.sessionId);
    for (const hidden of ["vx", "vy", "stamina", "dashCooldown", "pushCooldown", "held"] as const) {
      expect(seen?.[hidden] || 0).toBe(0);
    }
    expect(host.me.stamina).toBeGreaterThan(0);
    await guest.leave();
    await host.leave();
  });

  it("tells who asks, and nobody else, how long its steps take", async () => {
    const host = await createRoom(server);
    const guest = await joinRoom(server, host.room.roomId);
    const told: StepTimeAnswer[] = [];
    let others = 0;
    host.room.onMessage<StepTimeAnswer>("stepTime", (answer) => told.push(answer));
    guest.room.onMessage("stepTime", () => others++);
    const { tick } = host.room.state;
    await host.until("some steps", (state) => state.tick > tick + 5);
    host.room.send("stepTime");
    await waitFor("the answer", () => told.length > 0);
    expect(told[0]?.p95).toBeGreaterThan(0);
    await guest.until("another patch", (state) => state.tick > tick + 20);
    expect(others).toBe(0);
    await guest.leave();
    await host.leave();
  });

  it("gives nothing for sending twice the inputs", async () => {
    const honest = await createRoom(server, { arena: "meadow" });
    honest.play({ moveX: 1 }, TICK_MS, 1);
    const fair = await wayIn(honest, 100);
    await honest.leave();
    const hasty = await createRoom(server, { arena: "meadow" });
    hasty.play({ moveX: 1 }, TICK_MS, 2);
    const unfair = await wayIn(hasty, 100);
    await hasty.leave();
    // Nobody makes more way than the top speed allows, plus one step of 6 ticks held back and made up for.
    for (const { way, steps } of [fair, unfair]) {
      expect(way).toBeLessThanOrEqual(((steps + 6) * TICK_MS * MOVE.topSpeed) / 1000);
    }
  });

  it("drops who floods", async () => {
    const host = await createRoom(server);
    const flooder = await joinRoom(server, host.room.roomId);
    flooder.room.reconnection.enabled = false;
    const closed = new Promise<number>((resolve) => flooder.room.onLeave((code) => resolve(code)));
    flooder.play({}, 5, 20);
    expect(await closed).toBe(4002);
    await host.until("the flooder gone", (state) => state.players.size === 1);
    flooder.stop();
    await host.leave();
  });
});
