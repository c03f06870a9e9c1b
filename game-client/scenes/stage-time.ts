import type { SoundPlayer } from "../sound/cues.ts";

/** Longest step of the animation (s): after a hidden tab the picture goes on, it does not catch up. */
const MAX_STEP = 0.1;
const MS = 1000;

/**
 * The time that the picture lives in: the page's, at the pace of the match. All that moves by itself (particles, waves, the camera, the
 * sky) takes its steps from here, so that slow motion is as slow in everything.
 */
export class StageTime {
  /** How fast the match runs, as a share of its ordinary speed; asked for in each frame. */
  readonly #pace: () => number;
  #last = 0;

  constructor(pace: () => number) {
    this.#pace = pace;
  }

  /** A frame is drawn at `nowMs` of the page. Returns the seconds that have passed in the picture since the one before. */
  step(nowMs: number): number {
    const real = Math.min(MAX_STEP, (nowMs - this.#last) / MS);
    this.#last = nowMs;
    return real * this.#pace();
  }

  /** The loudspeaker for what happens in the picture: slower and with it deeper, as far as it goes. */
  paced(sound: SoundPlayer): SoundPlayer {
    return {
      play: (cue, options = {}) => sound.play(cue, { ...options, rate: (options.rate ?? 1) * this.#pace() }),
      music: (track, urgency) => sound.music(track, urgency),
    };
  }
}
