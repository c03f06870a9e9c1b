import { PatchTimes } from "./patch-times.ts";
import { RenderClock } from "./render-clock.ts";
import type { ServerClock } from "./server-clock.ts";

/** Which moment of the past is drawn of others, and how often there was nothing newer to draw. */
export class PlayOut {
  readonly #clock: ServerClock;
  readonly #render = new RenderClock();
  readonly #patchTimes = new PatchTimes();
  #lastFrame = Number.NaN;
  #shown = Number.NaN;
  #frames = 0;
  #starvedFrames = 0;

  constructor(clock: ServerClock) {
    this.#clock = clock;
  }

  /** The state of a simulation time (ms) has come; the clock knows its room time. */
  note(time: number): void {
    this.#patchTimes.note(time, this.#clock.lastServerTime());
  }

  /**
   * Passes a frame at `nowMs`. `delayMs`: how far behind the newest state that can have come others are to be drawn;
   * `newest`: simulation time (ms) of the newest state that has come. Returns the simulation time (ms) to draw.
   */
  frame(nowMs: number, delayMs: number, newest: number): number {
    const dt = Number.isNaN(this.#lastFrame) ? 0 : nowMs - this.#lastFrame;
    this.#lastFrame = nowMs;
    const target = this.#clock.newestArrivable - delayMs;
    const time = this.#render.advance(dt, { target, newest });
    this.#shown = this.#patchTimes.roomTime(time);
    this.#frames += 1;
    if (this.starved) this.#starvedFrames += 1;
    return time;
  }

  /** Simulation time (ms) that the last frame drew of others. */
  get time(): number {
    return this.#render.time;
  }

  /** In the last frame there was nothing newer for others to move towards. */
  get starved(): boolean {
    return this.#render.waiting;
  }

  /** Share of frames of which that was so. */
  get starvation(): number {
    return this.#frames === 0 ? 0 : this.#starvedFrames / this.#frames;
  }

  /**
   * How far (ms) the picture of the last frame is behind what just comes from the server; NaN before the first. The SDK
   * stamps inputs with its time, less half a round trip, less this: the moment at which their player aims.
   */
  get shownDelay(): number {
    if (Number.isNaN(this.#shown)) return Number.NaN;
    return this.#clock.serverNow() - this.#clock.smoothedRtt() / 2 - this.#shown;
  }
}
