import { MATCH, ticks } from "../tunables.ts";
import { tellBall } from "./step-ball.ts";
import type { World } from "./types.ts";

/** `resumesAt` of a world that stands still until somebody lets it go on. */
export const PAUSED = 0xffffffff;

/** Whether nothing moves in the step of a tick. Both ends ask it: a page does not predict what stands still. */
export function isStill(resumesAt: number, tick: number): boolean {
  return resumesAt !== 0 && tick < resumesAt;
}

/** Lets everything stand still from the next step on. Blows that could still be answered are final. */
export function pauseWorld(world: World): void {
  world.resumesAt = PAUSED;
  world.openBlows.clear();
  // A page cannot know in which tick of a patch it was.
  if (world.ball !== undefined) tellBall(world.ball, world.tick);
}

/** Lets a world that was paused go on after a countdown. */
export function resumeWorld(world: World): void {
  if (world.resumesAt === PAUSED) world.resumesAt = world.tick + ticks(MATCH.resumeCountdown);
}

/** A step in which nothing moves: what was a time ago stays so long ago, and what is to come comes as much later. */
export function standStill(world: World): void {
  world.phaseEndsTick += 1;
  if (world.sinksAt > 0) world.sinksAt += 1;
  for (const player of world.players.values()) {
    player.lastHitTick += 1;
    player.bornTick += 1;
    const { thrown } = player;
    if (thrown !== undefined) player.thrown = { by: thrown.by, tick: thrown.tick + 1 };
  }
  for (const thing of world.things.values()) if (thing.until > 0) thing.until += 1;
}
