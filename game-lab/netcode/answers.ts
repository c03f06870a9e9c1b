import { mean, percentile } from "../statistics.ts";
import type { Profile } from "./profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "./scripts.ts";
import { virtualMatch } from "./virtual-match.ts";

/** How long (ms) it takes from the making of an input on its page until the patch leaves that includes it. */
export interface AnswerFigures {
  readonly mean: number;
  readonly p95: number;
}

export interface AnswerOptions {
  seed?: number;
  /** Length of the measured time, after the time to settle (s). */
  seconds?: number;
  settleSeconds?: number;
  /** Join options of the room. */
  room?: object;
}

/** Lets somebody run about, and times each of their inputs. */
export async function measureAnswers(
  profile: Profile,
  { seed = 1, seconds = 20, settleSeconds = 5, room }: AnswerOptions = {},
): Promise<AnswerFigures> {
  const match = await virtualMatch({ arena: meadowForTwo(), seed, ...(room === undefined ? {} : { room }) });
  try {
    const madeAt: number[] = [];
    const run = runAbout(HOMES[0], seed);
    const page = await match.open({
      name: "Ann",
      link: profile.link,
      seed: seed * 2,
      ...(profile.frames === undefined ? {} : { frames: profile.frames }),
      play(at) {
        // The last call for a number is the one that makes the input.
        madeAt[at.ticks + 1] = match.time.now;
        return run(at);
      },
    });
    await match.run(settleSeconds);
    const times: number[] = [];
    const inputs = match.server.room.inputs.get(page.id);
    const { room: served } = match.server;
    const broadcast = served.broadcastPatch.bind(served);
    let told = inputs.consumedCount;
    served.broadcastPatch = () => {
      while (told < inputs.consumedCount) times.push(match.time.now - (madeAt[++told] ?? Number.NaN));
      return broadcast();
    };
    await match.run(seconds);
    return { mean: mean(times), p95: percentile(times, 0.95) };
  } finally {
    await match.end();
  }
}
