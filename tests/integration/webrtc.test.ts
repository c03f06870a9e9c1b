import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { LiveSource } from "#player/netcode/live-source.ts";
import { Match } from "#player/netcode/match.ts";
import { loadArenas } from "#server/arenas.ts";
import type { GameServer } from "#server/server.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { createRoom, startGame } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";
import { clientWith, joinOver, losing, lossyDial } from "./support/webrtc.ts";

/** A process that stands still for longer (ms) is disturbed: its inputs come too late for the server to wait for. */
const STALL_MS = 300;
const ROUNDS = 10;

let server: GameServer;
beforeAll(async () => {
  server = await startGame();
});
afterAll(() => server.stop());

describe("over a line that loses 30 % of all datagrams both ways", () => {
  it("no input is lost, and the character is where it was foreseen to be", async () => {
    const alone = await createRoom(server, { arena: "meadow" });
    const guest = await joinOver(clientWith(server, { dial: lossyDial(losing(0.3, 5)) }), alone.room.roomId);
    await alone.leave();
    const arena = loadArenas().get("meadow");
    if (arena === undefined) throw new Error("There is no meadow.");
    const match = new Match(new LiveSource(guest.session), arena, () => performance.now());
    let ticks = 0;
    const sample = () => {
      ticks += 1;
      // Around in circles, with a dash now and then, near where one stands.
      const angle = ticks / 12;
      const dash = ticks % 100 === 50;
      return { ...neutralInput(ticks / 40), moveX: Math.cos(angle), moveY: Math.sin(angle), dash };
    };
    const hands = { sample, peek: () => neutralInput() };
    let turn = performance.now();
    let worstGap = 0;
    let fastest = 0;
    const timer = setInterval(() => {
      const now = performance.now();
      worstGap = Math.max(worstGap, now - turn);
      turn = now;
      match.advance(now, hands);
      fastest = Math.max(fastest, Math.hypot(guest.me.vx, guest.me.vy));
    }, TICK_MS / 2);
    onTestFinished(() => clearInterval(timer));
    await waitFor("the prediction", () => match.prediction?.figures);
    const corrections = () => match.prediction?.figures.corrections ?? Number.NaN;
    let undisturbed = false;
    for (let round = 0; round < ROUNDS && !undisturbed; round++) {
      // Whatever disturbed the last round has come to its end.
      const settled = ticks + 50;
      await waitFor("50 inputs", () => ticks >= settled);
      worstGap = 0;
      const before = corrections();
      await waitFor("150 inputs", () => ticks >= settled + 150);
      undisturbed = worstGap < STALL_MS;
      if (undisturbed) expect(corrections()).toBe(before);
    }
    expect(undisturbed, `one of ${ROUNDS} rounds without a stall`).toBe(true);
    // The control: it did move.
    expect(fastest).toBeGreaterThan(3);
    clearInterval(timer);
    const handle = guest.room.input({});
    await waitFor("all to be acknowledged", () => handle.lastProcessed === handle.sentCount);
    expect(handle.sentCount).toBeGreaterThanOrEqual(150);
    match.dispose();
    await guest.leave();
  });
});
