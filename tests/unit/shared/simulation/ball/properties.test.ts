import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadArena } from "#lab/bench/tournament.ts";
import { Tile, tileAt } from "#shared/arena/arena.ts";
import { BALL } from "#shared/ball-tunables.ts";
import { nextRandom } from "#shared/random.ts";
import { ballMark } from "#shared/simulation/ball/ball.ts";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { step } from "#shared/simulation/step.ts";
import type { World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT, TICK_RATE, ticks } from "#shared/tunables.ts";
import { NIGHTLY } from "../../../../support/nightly.ts";
import { pitchOf } from "../../../../support/pitch.ts";

/** Everything that there is, with alleys in which a ball cannot be pushed from behind, and an island that only a spring reaches. */
const TRAPS = pitchOf(
  [
    "  .................      ",
    " .....##......c.......   ",
    " S..}......iii....}  ....",
    " ...#.o....iii....}  ....",
    " ...#......iii....}  ....",
    " .S...........>>>........",
    " ..####....o..<<<...#S#  ",
    "    #..................  ",
    "  ..####.......#.......  ",
    "  ........S....##......  ",
  ],
  [8.5, 4.5],
  [2.5, 6],
  [22, 8.5],
);
const IDS = readdirSync("assets/arenas")
  .filter((file) => file.endsWith(".tmj"))
  .map((file) => file.slice(0, -4));
const ARENAS = [TRAPS, ...IDS.map(loadArena).filter((arena) => modesFor(arena).includes("push-ball"))];

/** Simulated time (s) of each, by which dice, and how many run about. */
const SECONDS = 30;
const SEEDS = NIGHTLY ? [1, 2, 3, 4, 5, 6, 7, 8] : [1];
const CROWD = 6;
/** Now and then (ticks) the ball is thrown as nothing in the game would. */
const THROW_EVERY = 250;

function play(world: World, seed: number, check: (world: World) => void): void {
  let state = seed >>> 0;
  const dice = (): number => {
    const { value, state: next } = nextRandom(state);
    state = next;
    return value;
  };
  for (let i = 0; i < CROWD; i++) addPlayer(world, `p${i}`, "", false);
  const wishes = new Map<string, { aim: number; moveX: number; moveY: number }>();
  for (let tick = 0; tick < SECONDS * TICK_RATE; tick++) {
    const { ball } = world;
    if (ball !== undefined && ball.out === 0 && tick % THROW_EVERY === 0) {
      const angle = dice() * Math.PI * 2;
      Object.assign(ball, { vx: Math.cos(angle) * BALL.maxSpeed, vy: Math.sin(angle) * BALL.maxSpeed });
    }
    const inputs = new Map(
      [...world.players.keys()].map((id) => {
        const aim = dice() * Math.PI * 2;
        const old = dice() < 0.05 ? undefined : wishes.get(id);
        const wish = old ?? { aim, moveX: Math.cos(aim), moveY: Math.sin(aim) };
        wishes.set(id, wish);
        return [id, [{ ...wish, push: tick % 40 < 25, dash: dice() < 0.02, brace: dice() < 0.01 }]];
      }),
    );
    step(world, { inputs }, DT);
    check(world);
  }
}

/** What is wrong with the ball of a world; undefined when nothing is. */
function faultOf({ ball, arena }: World): string | undefined {
  if (ball === undefined) return "there is none";
  const { x, y, vx, vy, air, out } = ball;
  const isThere = x > -6 && x < arena.width + 6 && y > -6 && y < arena.height + 6;
  if (!isThere) return `out of the world at ${x},${y}`;
  if (Math.hypot(vx, vy) > BALL.maxSpeed + 0.01) return `too fast: ${vx},${vy}`;
  const tile = tileAt(arena, Math.floor(x), Math.floor(y));
  if (tile === Tile.Wall) return `in a wall at ${x},${y}`;
  return tile === Tile.Void && air === 0 && out === 0 ? `over the void at ${x},${y}` : undefined;
}

describe.each(ARENAS.map((arena) => [arena.id, arena] as const))(
  "whatever happens to a ball on %s",
  (_, arena) => {
    it.each(SEEDS)(
      "it never leaves the world, and never stays where nobody gets it from (dice %s)",
      (seed) => {
        const world = createWorld(arena, { seed, mode: "push-ball", timeLimit: 3600 });
        const mark = ballMark(arena);
        const faults: string[] = [];
        let last = { x: Number.NaN, y: Number.NaN };
        let still = 0;
        let longest = 0;
        let way = 0;
        play(world, seed, (world) => {
          const fault = faultOf(world);
          if (fault !== undefined) faults.push(`${world.tick}: ${fault}`);
          const { x, y } = world.ball ?? last;
          const isHome = Math.hypot(x - mark.x, y - mark.y) <= BALL.stuckRange;
          const moved = Math.hypot(x - last.x, y - last.y);
          const isStill = moved <= BALL.stuckRange && !isHome;
          still = isStill ? still + 1 : 0;
          longest = Math.max(longest, still);
          if (isStill) return;
          if (moved > 0) way += moved;
          last = { x, y };
        });
        expect(faults.slice(0, 3)).toEqual([]);
        expect(longest).toBeLessThanOrEqual(ticks(BALL.stuckTime + BALL.goalPause) + 2);
        // It has been about at all.
        expect(way).toBeGreaterThan(10);
      },
    );
  },
);
