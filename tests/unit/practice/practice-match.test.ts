import { describe, expect, it } from "vitest";
import { loadArenas } from "#server/arenas.ts";
import { botsRange, FIRST_PLAN, modesOn, planWith } from "#shared/practice-plan.ts";
import { suits } from "#shared/simulation/modes/suits.ts";
import { MODES, modeOf } from "#shared/simulation/modes/table.ts";
import { allBut } from "#shared/simulation/pickups/table.ts";
import { MATCH } from "#shared/tunables.ts";
import { NIGHTLY } from "../../support/nightly.ts";
import { PracticePage } from "../../support/practice-page.ts";
import { allOver } from "../../support/restless.ts";

const arenas = loadArenas();

describe("what is practised", () => {
  it.each(modesOn([...arenas.values()]))("is a match of %s where it can be played", (mode) => {
    const plan = planWith(FIRST_PLAN, { drill: "match", mode }, arenas.values());
    const arena = arenas.get(plan.arena);
    expect(arena !== undefined && suits(modeOf(mode), arena)).toBe(true);
    const { least, most } = botsRange(plan);
    expect(plan.bots).toBeGreaterThanOrEqual(least);
    expect(plan.bots).toBeLessThanOrEqual(most);
  });

  it("goes back to an ordinary arena, and to few bots, with another exercise", () => {
    const crowd = planWith(FIRST_PLAN, { drill: "match", mode: "stampede" }, arenas.values());
    expect(crowd.bots).toBeGreaterThan(botsRange(FIRST_PLAN).most);
    const yard = planWith(crowd, { drill: "targets" }, arenas.values());
    expect(yard).toMatchObject({ drill: "targets", arena: FIRST_PLAN.arena });
    expect(yard.bots).toBeLessThanOrEqual(botsRange(yard).most);
  });

  it("stays what it is where a wish cannot be fulfilled", () => {
    const wish = { mode: "chess", arena: "nowhere", bots: 200 };
    expect(planWith(FIRST_PLAN, wish, arenas.values())).toEqual({
      ...FIRST_PLAN,
      bots: botsRange(FIRST_PLAN).most,
    });
  });
});

describe("a match of practice", () => {
  // Every mode is played at night: a crowd takes seconds.
  it.each(NIGHTLY ? Object.keys(MODES) : ["push-ball"])(
    "counts down, is played by the rules of %s, and foresees the player without an error",
    async (mode) => {
      const page = await PracticePage.open({ drill: "match", mode, bots: 1, skill: "hard" });
      expect(page.match.phase).toBe("countdown");
      page.run(MATCH.countdown);
      expect(page.match).toMatchObject({ phase: "playing", state: { mode } });
      const [bot] = page.bots;
      if (bot === undefined) throw new Error("There is no bot.");
      const { x, y } = bot;
      page.run(1);
      expect([bot.x, bot.y]).not.toEqual([x, y]);
      // Far away: what others do to the player is foreseen by nobody.
      Object.assign(bot, { x: -50, y: -50 });
      page.run(0.5);
      bot.respawnTicks = 9999;
      page.play = allOver;
      page.match.prediction?.resetFigures();
      page.run(4);
      expect(page.match.prediction?.figures.maxError).toBe(0);
    },
  );

  it("comes from an exercise with the next wish, and goes back to it", async () => {
    const page = await PracticePage.open();
    page.wish({ drill: "match", mode: "hill" });
    expect(page.match.state).toMatchObject({ mode: "hill", botSkill: "easy" });
    expect(page.stores.hud.phase.value).toBe("countdown");
    expect(page.stores.practice.report.value).toMatchObject({ drill: "match", mode: "hill" });
    page.wish({ drill: "bots" });
    expect(page.match.state).toMatchObject({ mode: "brawl", phase: "playing" });
    expect([...page.match.state.teamPoints]).toEqual([]);
  });

  it("has pickups, all but those that are off, and exercises have none", async () => {
    const page = await PracticePage.open({ drill: "match", pickupsOff: ["anvil"] });
    expect(page.world.pickups.on).toEqual(allBut(["anvil"]));
    page.wish({ drill: "bots" });
    expect(page.world.pickups.on).toEqual([]);
  });

  it("lets the player change sides between two matches, and put on something else", async () => {
    const page = await PracticePage.open({ drill: "match", mode: "hill" });
    page.run(MATCH.countdown);
    page.session.give("endMatch");
    page.run(0.1);
    const { team } = page.self;
    page.session.give("switchTeam");
    page.session.give("dress", { name: "Grace" });
    page.run(0.1);
    expect(page.self.team).toBe(1 - team);
    expect(page.match.self?.name).toBe("Grace");
  });
});
