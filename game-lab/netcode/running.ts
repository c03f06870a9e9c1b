import type { LineProfile } from "#transports/simulated/line-model.ts";
import type { Profile } from "./profiles.ts";
import type { RunningFigures } from "./running-figures.ts";
import { RunningWatch } from "./running-watch.ts";
import { HOMES, meadowForTwo, runAbout } from "./scripts.ts";
import type { Truth } from "./truth.ts";
import { virtualMatch } from "./virtual-match.ts";
import type { VirtualPage } from "./virtual-page.ts";

/** How long, with which dice, and in what kind of room somebody is watched. */
export interface RunningOptions {
  seed?: number;
  /** Length of the measured time, after the time to settle (s). */
  seconds?: number;
  settleSeconds?: number;
  room?: object;
  /** What UDP beside the stream does, and when the page moves to it: see `PageOptions`. */
  datagrams?: LineProfile;
  moves?: "by itself" | "when told";
  /** For proofs of what a part of the netcode is worth. */
  tune?(page: VirtualPage): void;
}

/** Lets two people run about, the first one on a line as the profile says, and watches that one's page. */
export async function measureRunning(
  profile: Profile,
  options: RunningOptions = {},
): Promise<RunningFigures> {
  const { seed = 1, seconds = 20, settleSeconds = 5, room, datagrams, moves, tune } = options;
  const truth = new Map<string, Truth[]>();
  const starved = { ticks: 0, missed: 0 };
  let watched: RunningWatch | undefined;
  const match = await virtualMatch({
    arena: meadowForTwo(),
    seed,
    ...(room === undefined ? {} : { room }),
    onStep(world, { inputs }) {
      for (const player of world.players.values()) {
        // Everybody begins where they stay, so that nobody has met anybody before.
        if (!truth.has(player.id)) Object.assign(player, HOMES[player.name === "Ann" ? 0 : 1]);
        const { x, y } = player;
        const list = truth.get(player.id) ?? [];
        const last = list[world.tick - 1];
        const jump = last !== undefined && Math.hypot(x - last.x, y - last.y) > 1;
        list[world.tick] = { x, y, jump };
        truth.set(player.id, list);
      }
      if (watched === undefined) return;
      starved.ticks += 1;
      if (inputs.get(watched.page.id)?.length === 0) starved.missed += 1;
    },
  });
  try {
    const page = await match.open({
      name: "Ann",
      link: profile.link,
      seed: seed * 2,
      ...(datagrams === undefined ? {} : { datagrams }),
      ...(moves === undefined ? {} : { moves }),
      ...(profile.clock === undefined ? {} : { clock: profile.clock }),
      ...(profile.frames === undefined ? {} : { frames: profile.frames }),
      play: runAbout(HOMES[0], seed),
      onFrame: () => watched?.frame(),
    });
    await match.open({
      name: "Bob",
      link: { delayMs: 20, jitterMs: 5, loss: 0 },
      seed: seed * 2 + 1,
      play: runAbout(HOMES[1], seed + 1000),
    });
    const settled = match.time.now + settleSeconds * 1000;
    while (!page.inMatch && match.time.now < settled) await match.run(0.1);
    tune?.(page);
    await match.run((settled - match.time.now) / 1000);
    watched = new RunningWatch(match, page, truth);
    await match.run(seconds);
    return { ...watched.figures(), starvation: starved.missed / starved.ticks };
  } finally {
    await match.end();
  }
}
