import { FILM, STAMP_HEIGHT } from "./film-camera.ts";
import { levelsOf, readStamp } from "./stamp.ts";

/** Reads the stamp out of each picture of a video, when it is shown. */
export class StampReader {
  readonly #video: HTMLVideoElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #shown: (carried: number | undefined) => void;
  #handle: number;

  /**
   * `shown` is called for each picture with what its stamp carries, undefined where it cannot be read.
   * @throws Error when the browser has no 2D canvas.
   */
  constructor(video: HTMLVideoElement, shown: (carried: number | undefined) => void) {
    const canvas = document.createElement("canvas");
    canvas.width = FILM.width;
    canvas.height = STAMP_HEIGHT;
    const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false });
    if (context === null) throw new Error("This browser gave no 2D canvas: update it, or try another one.");
    this.#video = video;
    this.#context = context;
    this.#shown = shown;
    this.#handle = video.requestVideoFrameCallback(() => this.#look());
  }

  stop(): void {
    this.#video.cancelVideoFrameCallback(this.#handle);
  }

  #look(): void {
    this.#handle = this.#video.requestVideoFrameCallback(() => this.#look());
    const { videoWidth, videoHeight } = this.#video;
    const { width } = FILM;
    // The encoder may have made the picture smaller: the stamp keeps its share of it.
    const rows = (videoHeight * STAMP_HEIGHT) / FILM.height;
    const context = this.#context;
    context.drawImage(this.#video, 0, videoHeight - rows, videoWidth, rows, 0, 0, width, STAMP_HEIGHT);
    this.#shown(readStamp(levelsOf(context.getImageData(0, 0, width, STAMP_HEIGHT).data, width)));
  }
}
