import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BALL } from "#shared/ball-tunables.ts";
import { COMEBACK } from "#shared/mode-tunables.ts";
import { POSITION, snap } from "#shared/quantize.ts";
import { pushBall } from "#shared/simulation/modes/push-ball.ts";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import type { GameEvent } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { ticks } from "#shared/tunables.ts";
import { pitch, pushBallWorld } from "../../../../support/pitch.ts";
import { fullPush, plain, run } from "../../../../support/worlds.ts";

function goals(events: readonly GameEvent[]): GameEvent[] {
  return events.filter(({ type }) => type === "goal");
}

describe("push ball", () => {
  it("is played where there is a ball and a goal", () => {
    expect(modesFor(pitch())).toContain("push-ball");
    expect(modesFor(plain())).not.toContain("push-ball");
  });

  it("is a point for the other team and for whoever of it touched the ball last", () => {
    const { world, ball, players } = pushBallWorld(pitch(), [26, 7.5], [24.4, 7.5], [10, 3]);
    const events = [...fullPush(world, "a", 0), ...run(world, 50)];
    expect(goals(events)).toEqual([expect.objectContaining({ id: "a", team: 0, own: false })]);
    expect(world.teamPoints).toEqual([1, 0]);
    expect(players.map(({ points }) => points)).toEqual([1, 0]);
    run(world, ticks(BALL.goalPause));
    expect([ball.out, ball.x]).toEqual([0, snap(POSITION, 17)]);
  });

  it("is nobody's point when they put it into their own goal, but one of the other team", () => {
    const { world, players } = pushBallWorld(pitch(), [8, 7.5], [9.6, 7.5], [28, 3]);
    const events = [...fullPush(world, "a", Math.PI), ...run(world, 60)];
    expect(goals(events)).toEqual([expect.objectContaining({ id: "a", team: 1, own: true })]);
    expect(world.teamPoints).toEqual([0, 1]);
    expect(players.map(({ points }) => points)).toEqual([0, 0]);
  });

  it("counts nothing before the start and after the end", () => {
    const { world, ball } = pushBallWorld(pitch(), [26, 7.5]);
    world.phase = "results";
    ball.vx = 6;
    run(world, 100);
    expect(world.teamPoints).toEqual([0, 0]);
  });

  it("is decided by enough goals, and won by everybody of that team", () => {
    const { world } = pushBallWorld(pitch(), [26, 7.5], [3, 3], [5, 3], [7, 3]);
    world.teamPoints = [BALL.goalsToWin - 1, 2];
    expect(pushBall.isDecided?.(world)).toBe(false);
    world.teamPoints = [BALL.goalsToWin, 2];
    expect(pushBall.isDecided?.(world)).toBe(true);
    run(world, 1);
    expect([world.phase, world.winners]).toEqual(["results", ["a", "c"]]);
  });

  it("counts goals of the team behind twice at match point and in the last 30 seconds, and no other and no earlier one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1, COMEBACK.time - 1, COMEBACK.time + 1),
        fc.tuple(fc.nat(BALL.goalsToWin - 1), fc.nat(BALL.goalsToWin - 1)),
        fc.constantFrom(0, 1),
        (seconds, points, team) => {
          const { world, ball } = pushBallWorld(pitch(), [team === 0 ? 30 : 4, 7.5]);
          world.phaseEndsTick = world.tick + ticks(seconds);
          world.teamPoints = [...points];
          ball.vx = 0;
          expect(goals(run(world, 1))).toMatchObject([{ team }]);
          const theirs = points[1 - team] ?? 0;
          const isBehind = (points[team] ?? 0) < theirs;
          const isHelped = seconds < COMEBACK.time || theirs === BALL.goalsToWin - 1;
          const worth = isBehind && isHelped ? COMEBACK.goal : 1;
          expect(world.teamPoints[team]).toBe((points[team] ?? 0) + worth);
          expect(world.teamPoints[1 - team]).toBe(points[1 - team]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("lets each team begin on its own side", () => {
    const rows = { ...pitch(), spawns: [4, 8, 12, 22, 26, 30].map((x) => ({ x, y: 5 })) };
    const world = createWorld(rows, { seed: 3, mode: "push-ball" });
    for (const id of ["a", "b", "c", "d", "e", "f"]) {
      const { team, x } = addPlayer(world, id, id, false);
      expect(x < 17 ? 0 : 1, id).toBe(team);
    }
  });
});
