import { describe, expect, it } from "vitest";
import type { RefusedMessage } from "#shared/messages.ts";
import { PAUSED } from "#shared/simulation/pause.ts";
import { FALL, TICK_RATE } from "#shared/tunables.ts";
import { PracticePage } from "../../support/practice-page.ts";
import { allOver } from "../../support/restless.ts";
import { waitFor } from "../../support/wait-for.ts";

function refusals(page: PracticePage): RefusedMessage[] {
  const heard: RefusedMessage[] = [];
  page.session.mail.refused.listen((message) => heard.push(message));
  return heard;
}

describe("the room of practice", () => {
  it("lets the player in at once, in a match that runs, with bots", async () => {
    const page = await PracticePage.open();
    expect(page.match.phase).toBe("playing");
    expect(page.match.self?.name).toBe("Ada");
    expect(page.match.players.size).toBe(page.bots.length + 1);
    expect(page.stores.practice.report.value).toMatchObject({ drill: "bots", fight: false, speed: 1 });
    expect(page.stores.network.connection.value.transport).toBe("local");
  });

  it.each([1, 0.5, 0.25] as const)(
    "foresees the player without an error, at %s of the speed",
    async (speed) => {
      const page = await PracticePage.open();
      page.wish({ bots: 0, speed });
      page.play = allOver;
      page.match.prediction?.resetFigures();
      const before = page.world.tick;
      page.run(10);
      // The timer of the test is exact.
      expect(page.world.tick - before).toBeCloseTo(10 * TICK_RATE * speed, -1);
      const { maxError, corrections } = page.match.prediction?.figures ?? {};
      expect({ maxError, corrections }).toEqual({ maxError: 0, corrections: 0 });
      expect(page.match.serverTime / 20).toBeCloseTo(page.world.tick, -1);
    },
  );

  it("pauses, goes on, begins again and ends a match", async () => {
    const page = await PracticePage.open();
    const refused = refusals(page);
    page.session.give("pause", { paused: true });
    page.run(0.1);
    expect(page.world.resumesAt).toBe(PAUSED);
    page.session.give("pause", { paused: true });
    page.run(0.1);
    expect(refused).toEqual([{ command: "pause", why: "paused_already" }]);
    page.session.give("pause", { paused: false });
    page.run(3.2);
    expect(page.world.resumesAt).toBe(0);
    page.session.give("restart");
    page.run(0.1);
    expect(page.match.phase).toBe("countdown");
    page.run(3.2);
    page.session.give("endMatch");
    page.run(0.1);
    expect(page.stores.hud.phase.value).toBe("results");
    page.session.give("rematch", true);
    page.run(0.1);
    expect(page.match.phase).toBe("countdown");
  });

  it("refuses with a reason what needs others", async () => {
    const page = await PracticePage.open();
    const refused = refusals(page);
    page.session.give("chat", { text: "Hello" });
    page.run(0.1);
    expect(refused).toEqual([{ command: "chat", why: "not_in_practice" }]);
  });

  it("moves to another arena, with as many bots as are wanted", async () => {
    const page = await PracticePage.open();
    page.session.give("setUp", { arena: "frost", bots: 5 });
    page.run(0.2);
    expect(page.match.arena.id).toBe("frost");
    expect(page.bots).toHaveLength(5);
    page.play = allOver;
    page.run(2);
    expect(page.match.prediction?.figures.maxError).toBe(0);
  });

  it("leaves what is no wish as it is", async () => {
    const page = await PracticePage.open();
    const before = page.stores.practice.report.value;
    page.session.practise({ bots: 1e9 });
    page.run(0.1);
    expect(page.stores.practice.report.value).toEqual(before);
  });

  it("lets the player back in when the line was cut", async () => {
    const page = await PracticePage.open();
    page.session.room.reconnection.minDelay = 0;
    page.session.room.reconnection.delay = 0;
    const token = page.session.token;
    page.session.cut();
    await waitFor("the page is back", () => {
      page.run(0.02);
      return page.session.token !== token;
    });
    page.play = allOver;
    page.run(2);
    expect(page.match.prediction?.figures.maxError).toBe(0);
  });

  it("ends when the player leaves", async () => {
    const page = await PracticePage.open();
    page.leave();
    expect(page.session.isConnected).toBe(false);
    expect(page.stores.practice.report.value).toBeUndefined();
  });
});

describe("bots that wait", () => {
  it("stand still until they are pushed, and wait again when they have fallen", async () => {
    const page = await PracticePage.open();
    page.wish({ bots: 1 });
    const [bot] = page.bots;
    if (bot === undefined) throw new Error("There is no bot.");
    const { x, y } = bot;
    page.run(3);
    expect([bot.x, bot.y]).toEqual([x, y]);
    Object.assign(page.self, { x: bot.x - 1.5, y: bot.y });
    bot.protectTicks = 0;
    page.play = ({ world }) => ({ aim: 0, push: world.tick % 40 < 8 });
    page.run(2, () => bot.lastHitBy === page.self.id);
    page.play = () => ({});
    page.run(2);
    const moved = Math.hypot(bot.vx, bot.vy);
    expect(moved).toBeGreaterThan(0);
    Object.assign(bot, { x: -3, y: -3 });
    page.run(FALL.respawnTime + 1);
    const at = [bot.x, bot.y];
    page.run(2);
    expect([bot.x, bot.y]).toEqual(at);
  });

  it("play at once when they are to fight back", async () => {
    const page = await PracticePage.open();
    page.wish({ fight: true });
    const places = page.bots.map(({ x, y }) => [x, y]);
    page.run(3);
    expect(page.bots.map(({ x, y }) => [x, y])).not.toEqual(places);
  });
});
