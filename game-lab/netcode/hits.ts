import type { Fairness } from "#server/rooms/fairness.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { PUSH, ticks } from "#shared/tunables.ts";
import { drawArena } from "../draw-arena.ts";
import type { Lies } from "./liar.ts";
import type { Profile } from "./profiles.ts";
import { virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";

/** How pushes went that were aimed at where a running target was drawn. */
export interface HitFigures {
  pushes: number;
  hits: number;
}

/** Where the attacker stands, and the lane on which the target runs up and down in front of them (tiles). */
const STAND = { x: 20, y: 20 };
const LANE = { y: 18.4, from: 14, to: 26 };
/** The attacker lets go while the target is drawn this near (tiles): a tap reaches 2.6. */
const SURE = 2.2;
/** A target that is slower than this (tiles/s) just turns around and proves nothing. */
const RUNNING = 4;

export interface HitOptions {
  seed?: number;
  /** Gives about one push a second. */
  seconds?: number;
  /** Join options of the room. */
  room?: object;
  /**
   * Pushes at targets that have run out of reach on the own screen, at where they were drawn so long (ms) before: they
   * miss, unless the page says in time that this is what it shows. It lies when it lets go, or in every input.
   */
  past?: { agoMs: number; lies: Lies };
}

/** Lets somebody push a running target as they see it, and counts. */
export async function measureHits(
  profile: Profile,
  fairness: Fairness,
  { seed = 1, seconds = 60, room, past }: HitOptions = {},
): Promise<HitFigures> {
  const figures: HitFigures = { pushes: 0, hits: 0 };
  const placed = new Set<string>();
  let counting = false;
  const match = await virtualMatch({
    arena: drawArena(...Array.from({ length: 40 }, () => "S".repeat(40))),
    seed,
    ...(room === undefined ? {} : { room }),
    fairness,
    onStep(world) {
      const [ann, bob] = ["Ann", "Bob"].map((name) =>
        [...world.players.values()].find((p) => p.name === name),
      );
      for (const player of [ann, bob]) {
        if (player === undefined || placed.has(player.id)) continue;
        placed.add(player.id);
        Object.assign(player, player === ann ? STAND : { x: LANE.from, y: LANE.y });
      }
      if (ann === undefined || bob === undefined) return;
      const running = Math.abs(bob.vx) >= RUNNING || bob.lastHitTick === world.tick;
      if (counting && ann.pushCooldown === ticks(PUSH.cooldown) && running) {
        figures.pushes += 1;
        if (bob.lastHitTick === world.tick && bob.lastHitBy === ann.id) figures.hits += 1;
      }
      // Every push meets a fresh target, and nobody is protected.
      Object.assign(bob, { wobble: 0, protectTicks: 0 });
    },
  });
  try {
    await match.open({
      name: "Ann",
      link: profile.link,
      seed: seed * 2,
      play: past === undefined ? pushAtSight(seed) : pushAtPast(past.agoMs),
      lie: ({ input, match: { prediction } }) => {
        const letsGo = input.push !== true && (prediction?.body.charge ?? 0) > 0;
        const lies = past?.lies === "always" || (past?.lies === "at times" && letsGo);
        return lies ? { backdatedMs: past.agoMs } : undefined;
      },
    });
    await match.open({
      name: "Bob",
      link: { delayMs: 10, jitterMs: 2, loss: 0 },
      seed: seed * 2 + 1,
      play: runUpAndDown(),
    });
    await match.run(6);
    counting = true;
    await match.run(seconds);
    return figures;
  } finally {
    await match.end();
  }
}

/** Stands and pushes whoever is drawn near, where they are drawn at that moment. */
function pushAtSight(seed: number) {
  return (page: VirtualPage): Partial<PlayerInput> => {
    if (!page.inMatch) return {};
    const { self, players, prediction } = page.match;
    const target = [...players.values()].find((player) => player.name === "Bob");
    if (self === undefined || target === undefined || prediction === undefined) return {};
    const home = { moveX: clamp(STAND.x - self.x), moveY: clamp(STAND.y - self.y) };
    const aim = Math.atan2(target.y - self.y, target.x - self.x);
    const near = Math.hypot(target.x - self.x, target.y - self.y) < SURE - 0.3;
    const { body } = prediction;
    // Down for two ticks, then up: a tap, at a moment that differs from pass to pass.
    const ready = body.pushCooldown === 0 && (page.ticks + seed) % 3 !== 0;
    return { ...home, aim, push: body.charge === 0 ? near && ready : body.charge < 2 };
  };
}

/** Stands and pushes at where a target that is out of reach was drawn in reach before. */
function pushAtPast(agoMs: number) {
  const drawn: { at: number; x: number; y: number }[] = [];
  return (page: VirtualPage): Partial<PlayerInput> => {
    if (!page.inMatch) return {};
    const { self, players, prediction, renderTime } = page.match;
    const target = [...players.values()].find((player) => player.name === "Bob");
    if (self === undefined || target === undefined || prediction === undefined) return {};
    if (renderTime > (drawn.at(-1)?.at ?? 0)) drawn.push({ at: renderTime, x: target.x, y: target.y });
    while ((drawn[1]?.at ?? Number.POSITIVE_INFINITY) <= renderTime - agoMs) drawn.shift();
    const { x, y } = drawn[0] ?? target;
    const home = { moveX: clamp(STAND.x - self.x), moveY: clamp(STAND.y - self.y) };
    const was = Math.hypot(x - self.x, y - self.y) < SURE;
    const isGone = Math.hypot(target.x - self.x, target.y - self.y) > PUSH.reachTap + 0.1;
    const { body } = prediction;
    const begins = was && isGone && body.pushCooldown === 0;
    return {
      ...home,
      aim: Math.atan2(y - self.y, x - self.x),
      push: body.charge === 0 ? begins : body.charge < 2,
    };
  };
}

/** Runs up and down the lane, at full speed, and back to it when thrown off. */
function runUpAndDown() {
  let direction = 1;
  return (page: VirtualPage): Partial<PlayerInput> => {
    const body = page.inMatch ? page.match.prediction?.body : undefined;
    if (body === undefined) return {};
    if (body.x > LANE.to) direction = -1;
    if (body.x < LANE.from) direction = 1;
    return { moveX: direction, moveY: clamp((LANE.y - body.y) * 2) };
  };
}

function clamp(value: number): number {
  return Math.abs(value) < 0.05 ? 0 : Math.max(-1, Math.min(1, value));
}
