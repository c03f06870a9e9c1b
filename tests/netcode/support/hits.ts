import type { PlayerInput } from "#shared/simulation/types.ts";
import { PUSH, ticks } from "#shared/tunables.ts";
import { drawArena } from "../../support/worlds.ts";
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

/** Lets somebody push a running target as they see it, and counts. `seconds` gives about one push a second. */
export async function measureHits(
  profile: Profile,
  fairness: { rewind: boolean; defence: boolean },
  { seed = 1, seconds = 60 }: { seed?: number; seconds?: number } = {},
): Promise<HitFigures> {
  const figures: HitFigures = { pushes: 0, hits: 0 };
  const placed = new Set<string>();
  let counting = false;
  const match = await virtualMatch({
    arena: drawArena(...Array.from({ length: 40 }, () => "S".repeat(40))),
    seed,
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
    await match.open({ name: "Ann", link: profile.link, seed: seed * 2, play: pushAtSight(seed) });
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
