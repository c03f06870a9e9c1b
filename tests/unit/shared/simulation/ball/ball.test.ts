import { describe, expect, it } from "vitest";
import { BALL } from "#shared/ball-tunables.ts";
import { POSITION, snap, VELOCITY } from "#shared/quantize.ts";
import { type Ball, type BallMotion, copyMotion, NO_BALL } from "#shared/simulation/ball/ball.ts";
import { rollBall } from "#shared/simulation/ball/roll.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { pauseWorld, resumeWorld } from "#shared/simulation/pause.ts";
import { BODY, DT, MATCH, MOVE, ticks } from "#shared/tunables.ts";
import { pitch, pitchOf, pushBallWorld } from "../../../../support/pitch.ts";
import { fullPush, run, speedOf, tap } from "../../../../support/worlds.ts";

/** Where the ball comes to rest. */
function roll(world: Parameters<typeof run>[0], ball: Ball): BallMotion {
  for (let i = 0; i < 1000 && (speedOf(ball) > 0 || i < 2); i++) run(world, 1);
  return ball;
}

describe("a push at the ball", () => {
  it("rolls it away: a full push several tiles, a tap less than half as far", () => {
    const tapped = pushBallWorld(pitch(), [7.5, 7.5], [5.9, 7.5]);
    tap(tapped.world, "a", 0);
    const short = roll(tapped.world, tapped.ball).x - 7.5;
    const full = pushBallWorld(pitch(), [7.5, 7.5], [5.9, 7.5]);
    fullPush(full.world, "a", 0);
    const far = roll(full.world, full.ball).x - 7.5;
    expect(short).toBeGreaterThan(1.5);
    expect(short).toBeLessThan(far / 2);
    expect(far).toBeGreaterThan(4);
    expect(far).toBeLessThan(8);
  });

  it("is the weaker the farther away, and nothing out of reach, behind or behind a wall", () => {
    const speedFrom = (x: number, aim = 0): number => {
      const { world, ball } = pushBallWorld(pitch(), [12, 7.5], [x, 7.5]);
      tap(world, "a", aim);
      return speedOf(ball);
    };
    expect(speedFrom(10.5)).toBeGreaterThan(speedFrom(9.5));
    expect(speedFrom(9.5)).toBeGreaterThan(1);
    expect(speedFrom(8)).toBe(0);
    expect(speedFrom(10.5, Math.PI)).toBe(0);
    const walled = pushBallWorld(
      pitchOf(["..........", "...#......", ".........."], [6, 1.5]),
      [5.2, 1.5],
      [2.4, 1.5],
    );
    fullPush(walled.world, "a", 0);
    expect(speedOf(walled.ball)).toBe(0);
  });
});

describe("whoever runs into the ball", () => {
  it("gets it going, slower than they run, and is slowed down by it", () => {
    const { world, ball, players } = pushBallWorld(pitch(), [8, 7.5], [5, 7.5]);
    run(world, ticks(0.4), { a: { moveX: 1 } });
    expect(ball.vx).toBeGreaterThan(0.5);
    expect(ball.vx).toBeLessThan(4);
    expect(players[0]?.vx).toBeLessThan(MOVE.topSpeed - 1);
    run(world, ticks(2), { a: { moveX: 1 } });
    expect(ball.vx).toBeGreaterThan(3);
  });

  it("by a dash shoves it, and stops", () => {
    const { world, ball, players } = pushBallWorld(pitch(), [8, 7.5], [5.5, 7.5]);
    run(world, 1, { a: { moveX: 1, dash: true } });
    run(world, 8, { a: { dash: true } });
    expect(ball.vx).toBeGreaterThan(6);
    expect(players[0]?.vx).toBeLessThan(5);
  });

  it("never stays inside of it", () => {
    const { world, ball, players } = pushBallWorld(pitch(), [8, 7.5], [5, 7.4]);
    run(world, ticks(2), { a: { moveX: 1 } });
    const [a] = players;
    if (a === undefined) throw new Error("Nobody is there.");
    expect(Math.hypot(ball.x - a.x, ball.y - a.y)).toBeGreaterThan(BALL.radius + BODY.radius - 0.1);
  });

  it("is run over by a fast one, for which whoever sent it has the credit", () => {
    const { world, ball, players } = pushBallWorld(pitch(), [8, 7.5], [6.4, 7.5], [11, 7.5]);
    fullPush(world, "a", 0);
    expect(speedOf(ball)).toBeGreaterThan(BALL.creditSpeed);
    run(world, ticks(0.5));
    expect(players[1]).toMatchObject({ lastHitBy: "a", lastHitMeans: "ball" });
    expect(players[1]?.x).toBeGreaterThan(11.5);
  });
});

describe("the ground under the ball", () => {
  const rollOver = (tiles: string): number => {
    const row = tiles.padEnd(40, ".");
    const { world, ball } = pushBallWorld(pitchOf([row, row, row], [2, 1.5]), [2, 1.5]);
    Object.assign(ball, { vx: 6 });
    return roll(world, ball).x - 2;
  };

  it("drags, ice hardly does", () => {
    // v^2 / 2a
    expect(rollOver("")).toBeCloseTo(36 / (2 * BALL.rollDrag), 0);
    expect(rollOver("iiiiiiiiiiii")).toBeGreaterThan(rollOver("") + 6);
  });

  it("of a belt takes it along", () => {
    const row = `${".".repeat(4)}${">".repeat(6)}${".".repeat(20)}`;
    const { world, ball } = pushBallWorld(pitchOf([row, row, row], [4.5, 1.5]), [4.5, 1.5]);
    expect(roll(world, ball).x).toBeGreaterThan(10);
  });

  it("throws it through the air where there is a spring", () => {
    const row = `${".".repeat(4)}}    ${".".repeat(20)}`;
    const { world, ball } = pushBallWorld(pitchOf([row, row, row], [2, 1.5]), [3.5, 1.5]);
    ball.vx = 3;
    run(world, 30);
    expect(ball).toMatchObject({ out: 0, air: 0 });
    expect(ball.x).toBeGreaterThan(9);
  });

  it("is bounced off by walls and bumpers", () => {
    for (const [solid, least] of [
      ["#", 1.5],
      ["o", 8],
    ] as const) {
      const { world, ball } = pushBallWorld(
        pitchOf(["........", `......${solid}.`, "........"], [2, 1.5]),
        [3, 1.5],
      );
      ball.vx = 6;
      run(world, 25);
      expect(ball.vx, solid).toBeLessThan(-least);
    }
  });
});

describe("a ball over the void", () => {
  it("falls, and comes back to its mark at rest after a moment", () => {
    const { world, ball } = pushBallWorld(pitch(), [7.5, 3]);
    ball.vy = -14;
    run(world, 12);
    expect(ball.out).toBeGreaterThan(0);
    expect(world.teamPoints).toEqual([0, 0]);
    run(world, ticks(BALL.returnTime));
    expect(ball).toMatchObject({ out: 0, vx: 0, vy: 0, x: snap(POSITION, 17), y: snap(POSITION, 7.5) });
  });

  it("does not get there slowly: the rim holds it back, and one who pushes it against that", () => {
    const { world, ball, players } = pushBallWorld(pitch(), [7.5, 4], [7.5, 5.5]);
    run(world, ticks(3), { a: { moveY: -1 } });
    expect(ball.out).toBe(0);
    expect(ball.y).toBeGreaterThanOrEqual(2 + BALL.rimRadius - 0.01);
    expect(players[0]?.y).toBeGreaterThan(ball.y);
  });

  it("comes at the end of the countdown the first time", () => {
    const { world, ball } = pushBallWorld(pitch(), [7.5, 3]);
    expect(world.mode.setup).toBeDefined();
    world.mode.setup?.(world);
    expect(world.ball).not.toBe(ball);
    run(world, ticks(MATCH.countdown) - 1);
    expect(world.ball?.out).toBe(1);
    run(world, 1);
    expect(world.ball?.out).toBe(0);
  });
});

describe("a ball that gets nowhere", () => {
  it("is brought back to its mark, but not from there", () => {
    const { world, ball } = pushBallWorld(pitch(), [25, 4]);
    run(world, ticks(BALL.stuckTime) - 5);
    expect(ball).toMatchObject({ out: 0, x: snap(POSITION, 25) });
    run(world, ticks(BALL.returnTime) + 10);
    expect([ball.out, ball.x]).toEqual([0, snap(POSITION, 17)]);
    run(world, ticks(BALL.stuckTime) + 10);
    expect(ball.out).toBe(0);
  });
});

describe("what a page is told of the ball", () => {
  /** Rolls a copy on as a page does. */
  const follow = (world: Parameters<typeof run>[0], ball: Ball, steps: number): { told: number } => {
    const copy: BallMotion = { ...NO_BALL };
    let toldTick = -1;
    let told = 0;
    for (let i = 0; i < steps; i++) {
      run(world, 1, { a: { moveX: i % 120 < 60 ? 1 : -1, push: i % 40 < 20 } });
      if (ball.toldTick === toldTick) {
        rollBall(copy, { ground: world, tick: world.tick, goals: true, dt: DT });
      } else {
        told += 1;
        toldTick = ball.toldTick;
        copyMotion(ball.told, copy);
      }
      for (const [name, value] of Object.entries(copy)) expect(value, name).toBe(ball[name as "x"]);
    }
    return { told };
  };

  it("is enough to roll it on exactly, and seldom anything", () => {
    const { world, ball } = pushBallWorld(pitch(), [17, 7.5], [15, 7.5]);
    const { told } = follow(world, ball, 1500);
    expect(told).toBeGreaterThan(10);
    // The rest it rolls by itself, or lies.
    expect(told).toBeLessThan(1500 / 3);
    expect([ball.x, ball.vx]).toEqual([snap(POSITION, ball.x), snap(VELOCITY, ball.vx)]);
  });

  it("is news after a pause, in which it stands still", () => {
    const { world, ball } = pushBallWorld(pitch(), [17, 7.5]);
    ball.vx = 8;
    run(world, 3);
    const { x } = ball;
    pauseWorld(world);
    expect([ball.toldTick, ball.told.x]).toEqual([world.tick, x]);
    run(world, 10);
    expect(ball.x).toBe(x);
    resumeWorld(world);
    run(world, ticks(MATCH.resumeCountdown) + 1);
    expect(ball.x).toBeGreaterThan(x);
    expect(ball.toldTick).toBeGreaterThan(world.tick - 4);
  });

  it("is part of the fingerprint of a world", () => {
    const [one, other] = [pushBallWorld(pitch(), [17, 7.5]), pushBallWorld(pitch(), [17, 7.5])];
    expect(hashWorld(one.world)).toBe(hashWorld(other.world));
    other.ball.vx = 1;
    expect(hashWorld(one.world)).not.toBe(hashWorld(other.world));
  });
});
