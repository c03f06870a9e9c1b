import { drawArena } from "#lab/draw-arena.ts";
import type { Arena, Mark } from "#shared/arena/arena.ts";
import { POSITION, snap } from "#shared/quantize.ts";
import type { Ball } from "#shared/simulation/ball/ball.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";

/** A drawn arena with a ball at a place and a goal of each team at either end. */
export function pitchOf(rows: readonly string[], ball: Place, ...goals: readonly Place[]): Arena {
  const marks: Mark[] = [{ kind: "ball", x: ball[0], y: ball[1], team: -1 }];
  for (const [team, [x, y]] of goals.entries()) marks.push({ kind: "goal", x, y, team });
  return { ...drawArena(...rows), marks };
}

type Place = readonly [number, number];

/** A floor of 30 x 11 tiles in the void, with goals at its ends and the ball in the middle. */
export function pitch(): Arena {
  const rows = Array.from({ length: 11 }, () => `  ${".".repeat(30)}  `);
  return pitchOf(["", "", ...rows, "", ""], [17, 7.5], [4, 7.5], [30, 7.5]);
}

/** A match of push ball that has begun, with players a (team 0), b (team 1), a and so on, the ball in play at a place. */
export function pushBallWorld(
  arena: Arena,
  ball: Place,
  ...places: readonly Place[]
): { world: World; ball: Ball; players: Player[] } {
  const world = createWorld(arena, { seed: 1, mode: "push-ball" });
  world.phase = "playing";
  world.phaseEndsTick = 1_000_000;
  const players = places.map(([x, y], index) => {
    const player = addPlayer(world, String.fromCharCode(97 + index), "", false);
    return Object.assign(player, { x, y, vx: 0, vy: 0, aim: 0, protectTicks: 0 });
  });
  if (world.ball === undefined) throw new Error("The mode has put no ball into the world.");
  // Put there by hand: that is news.
  Object.assign(world.ball, { x: snap(POSITION, ball[0]), y: snap(POSITION, ball[1]), out: 0, lastTick: -1 });
  return { world, ball: world.ball, players };
}
