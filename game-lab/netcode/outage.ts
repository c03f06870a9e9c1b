import { TICK_RATE } from "#shared/tunables.ts";
import type { Profile } from "./profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "./scripts.ts";
import { type VirtualMatch, virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";

/** Two people who run about, the first of whom is going to lose the connection, or she alone. */
async function running(
  profile: Profile,
  seed: number,
  onFrame: (who: "ann" | "bob", page: VirtualPage) => void,
  isAlone = false,
) {
  const match = await virtualMatch({
    arena: meadowForTwo(),
    seed,
    onStep(world) {
      for (const player of world.players.values()) {
        if (player.bornTick === 0) continue;
        player.bornTick = 0;
        Object.assign(player, HOMES[player.name === "Ann" ? 0 : 1]);
      }
    },
  });
  const ann = await match.open({
    name: "Ann",
    link: profile.link,
    seed: seed * 2,
    play: runAbout(HOMES[0], seed, false),
    onFrame: (page) => onFrame("ann", page),
  });
  if (!isAlone) {
    await match.open({
      name: "Bob",
      link: { delayMs: 20, jitterMs: 5, loss: 0 },
      seed: seed * 2 + 1,
      play: runAbout(HOMES[1], seed + 1000, false),
      onFrame: (page) => onFrame("bob", page),
    });
  }
  await match.run(5);
  return { match, ann };
}

/** One after the other: the connection is cut, and comes back by itself. */
export interface DropFigures {
  drops: number;
  /** Of them: those after which the same character went on. */
  resumed: number;
  /** Time (ms) from each cut to the first new state. */
  times: number[];
}

/** Cuts somebody's connection again and again in mid-match. */
export async function measureDrops(profile: Profile, drops: number, seed = 1): Promise<DropFigures> {
  const figures: DropFigures = { drops, resumed: 0, times: [] };
  const { match, ann } = await running(profile, seed, () => {});
  try {
    for (let drop = 0; drop < drops; drop++) {
      const before = ann.match.self?.id;
      const cutAt = match.time.now;
      ann.line.cut();
      await match.run(0.02);
      const tick = ann.match.state.tick;
      while (ann.match.paused || ann.match.state.tick === tick) {
        await match.run(0.02);
        if (match.time.now - cutAt > 20_000) break;
      }
      figures.times.push(match.time.now - cutAt);
      if (!ann.match.paused && ann.match.self?.id === before && match.world.players.has(ann.id))
        figures.resumed += 1;
      await match.run(0.5 + (drop % 7) * 0.05);
    }
    return figures;
  } finally {
    await match.end();
  }
}

/** What a long outage in mid-match left behind. */
export interface OutageFigures {
  sameCharacter: boolean;
  /** Time (ms) from the end of the outage until the page was in the match again. */
  backAfter: number;
  /** Largest error (ms) of the page's clock later than 2 s after that. */
  clockError: number;
  /** Largest way (tiles) that anybody was drawn to go in one frame on the other page, from the outage on. */
  jumpForOthers: number;
  /** Steps (s of them) that the match made during the outage. */
  playedOn: number;
  /** Largest correction (tiles) of the own character later than 2 s after it was back. */
  errorAfter: number;
}

/**
 * Lets a line stand still for a while, as a tunnel does. A room in which its traveller `isAlone` rests from when the server
 * has noticed: its time is then behind what the page expects.
 */
export async function measureOutage(
  profile: Profile,
  outageSeconds: number,
  isAlone = false,
  seed = 1,
): Promise<OutageFigures> {
  let jump = 0;
  let clockError = 0;
  let watching: VirtualMatch | undefined;
  let settledAt = Number.POSITIVE_INFINITY;
  const last = new Map<string, { x: number; y: number }>();
  const look = (who: "ann" | "bob", page: VirtualPage): void => {
    if (watching === undefined) return;
    if (who === "ann") {
      if (watching.time.now < settledAt) return;
      clockError = Math.max(clockError, Math.abs(page.match.serverTime - watching.simulationTime));
      return;
    }
    for (const [id, { x, y }] of page.match.players) {
      const before = last.get(id);
      if (before !== undefined) jump = Math.max(jump, Math.hypot(x - before.x, y - before.y));
      last.set(id, { x, y });
    }
  };
  const { match, ann } = await running(profile, seed, look, isAlone);
  const people = match.world.players.size;
  try {
    watching = match;
    const before = ann.match.self?.id;
    const { tick } = match.world;
    if (isAlone) ann.line.cut();
    ann.line.stall(outageSeconds * 1000);
    await match.run(outageSeconds);
    const over = match.time.now;
    const playedOn = (match.world.tick - tick) / TICK_RATE;
    while (ann.match.paused || ann.match.silence(match.time.read(ann.clock)) > 200) {
      await match.run(0.02);
      if (match.time.now - over > 15_000) break;
    }
    const backAfter = match.time.now - over;
    settledAt = match.time.now + 2000;
    await match.run(2);
    ann.match.prediction?.resetFigures();
    await match.run(5);
    return {
      sameCharacter: ann.match.self?.id === before && match.world.players.size === people,
      backAfter,
      clockError,
      jumpForOthers: jump,
      playedOn,
      errorAfter: ann.match.prediction?.figures.maxError ?? Number.NaN,
    };
  } finally {
    await match.end();
  }
}
