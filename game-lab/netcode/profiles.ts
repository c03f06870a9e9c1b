import type { LineProfile } from "#transports/simulated/line-model.ts";
import type { EndClock } from "./virtual-time.ts";

/** What a page has to live with. */
export interface Profile {
  readonly name: string;
  /** Each direction of its line. */
  readonly link: LineProfile;
  readonly clock?: EndClock;
  readonly frames?: number | readonly number[];
}

/** Half of a round trip and of its jitter each way. */
function roundTrip(ms: number, jitterMs: number, loss = 0): LineProfile {
  return { delayMs: ms / 2, jitterMs: jitterMs / 2, loss };
}

/** A page's clock says another time than the server's, and goes 0.02 % fast, as bad crystals do. */
const DRIFTING: EndClock = { offsetMs: 86_400_000, driftPpm: 200 };

/** Frames as a busy phone gives them (ms). */
const IRREGULAR = [16, 17, 16, 33, 8, 16, 50, 16, 17, 11, 25, 16] as const;

/** The lines and machines on which the feel of the game is proved; times are round trips. */
export const PROFILES = {
  local: { name: "0 ms", link: roundTrip(0, 0) },
  near: { name: "50 ms", link: roundTrip(50, 0) },
  usual: { name: "150 ± 20 ms", link: roundTrip(150, 20) },
  rough: { name: "150 ± 30 ms", link: roundTrip(150, 30) },
  lossy: { name: "150 ± 30 ms, 5 % loss", link: roundTrip(150, 30, 0.05) },
  far: { name: "300 ± 40 ms", link: roundTrip(300, 40) },
  stalls: {
    name: "150 ms, stalls of 500 ms",
    link: { ...roundTrip(150, 0), stalls: { everyMs: 5000, lengthMs: 500 } },
  },
  bursts: {
    name: "150 ± 20 ms, loss in bursts",
    link: { ...roundTrip(150, 20), burst: { enter: 0.01, leave: 0.3, loss: 0.5 } },
  },
  drifting: { name: "150 ± 20 ms, clock 200 ppm fast", link: roundTrip(150, 20), clock: DRIFTING },
  slow: { name: "150 ± 20 ms, 30 frames/s", link: roundTrip(150, 20), frames: 30 },
  fast: { name: "150 ± 20 ms, 144 frames/s", link: roundTrip(150, 20), frames: 144 },
  irregular: { name: "150 ± 20 ms, uneven frames", link: roundTrip(150, 20), frames: IRREGULAR },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
