import type { Arena } from "#shared/arena/arena.ts";
import type { Piece } from "./bake.ts";
import type { Region } from "./plan.ts";

/** Parts of an arena to paint, in this order. `scale` in whole pixels per tile. */
export interface PaintOrder {
  readonly arena: Arena;
  readonly regions: readonly Region[];
  readonly scale: number;
}

/** What the thread answers. */
export type PaintedPiece = Piece<ImageBitmap>;

export interface PaintListener {
  /** A piece is done; they come in the order in which they were asked for. */
  painted(piece: Piece<HTMLCanvasElement>): void;
  /** No more will come: the browser cannot do it, or the thread broke. */
  failed(): void;
}

/**
 * A thread that paints parts of an arena, once. It loads its file as soon as it is made: there may be no line any more when
 * there is something to paint.
 */
export class PaintThread {
  readonly #worker: Worker | undefined;
  /** Why it cannot paint. */
  #broken: string | undefined;
  #listener: PaintListener | undefined;
  #open = 0;

  constructor() {
    if (typeof Worker === "undefined") return;
    const worker = new Worker(new URL("./paint-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<PaintedPiece>) => this.#painted(data);
    worker.onerror = ({ message }) => {
      this.#broken = message || "its file could not be loaded";
      this.#giveUp();
    };
    this.#worker = worker;
  }

  /** Has parts of an arena painted. */
  paint(order: PaintOrder, listener: PaintListener): void {
    if (this.#worker === undefined) {
      listener.failed();
      return;
    }
    this.#listener = listener;
    this.#open = order.regions.length;
    if (this.#broken === undefined) this.#worker.postMessage(order);
    else this.#giveUp();
  }

  /** Ends it, whatever is left to paint. */
  stop(): void {
    if (this.#worker === undefined) return;
    this.#worker.onmessage = this.#worker.onerror = null;
    this.#worker.terminate();
  }

  #painted({ region, ground, walls }: PaintedPiece): void {
    this.#open -= 1;
    if (this.#open === 0) this.stop();
    this.#listener?.painted({ region, ground: canvasOf(ground), walls: walls && canvasOf(walls) });
  }

  #giveUp(): void {
    this.stop();
    if (this.#listener === undefined) return;
    console.warn(
      `The island is painted in the page, which stands still for it, not in a thread: ${this.#broken}.`,
    );
    this.#listener.failed();
  }
}

/** A canvas that shows a bitmap and takes it over: nothing is copied, and renderers know what to do with a canvas. */
function canvasOf(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
  return canvas;
}
