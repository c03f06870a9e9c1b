import { STAMP_BLOCKS, stampOf } from "./stamp.ts";

/** Size (pixels) of what is filmed: a software encoder keeps up with it beside everything else. */
export const FILM = { width: 320, height: 200 } as const;
/** The stamp lies over this many rows (pixels) at the bottom. */
export const STAMP_HEIGHT = 10;
/** Pictures a second that are filmed, and the time (ms) between two. */
export const FILM_RATE = 25;
const PERIOD_MS = 1000 / FILM_RATE;

/** Films a canvas: each picture carries the tick of the state that it was drawn from. */
export class FilmCamera {
  readonly track: MediaStreamTrack;
  readonly #context: CanvasRenderingContext2D;
  #dueMs = Number.NEGATIVE_INFINITY;

  /** @throws Error when the browser gives no picture of a canvas. */
  constructor() {
    const canvas = document.createElement("canvas");
    canvas.width = FILM.width;
    canvas.height = FILM.height;
    const context = canvas.getContext("2d", { alpha: false });
    const [track] = canvas.captureStream(FILM_RATE).getVideoTracks();
    if (context === null || track === undefined) throw new Error("This browser films no canvas.");
    track.contentHint = "motion";
    this.track = track;
    this.#context = context;
  }

  /** Takes a picture when one is due. */
  film(canvas: HTMLCanvasElement, tick: number, nowMs: number): void {
    if (nowMs < this.#dueMs) return;
    this.#dueMs = Math.max(this.#dueMs + PERIOD_MS, nowMs - PERIOD_MS);
    const context = this.#context;
    const { width, height } = FILM;
    context.drawImage(canvas, 0, 0, width, height);
    const block = width / STAMP_BLOCKS;
    for (const [index, light] of stampOf(tick).entries()) {
      context.fillStyle = light ? "#ffffff" : "#000000";
      context.fillRect(index * block, height - STAMP_HEIGHT, block, STAMP_HEIGHT);
    }
  }

  stop(): void {
    this.track.stop();
  }
}
