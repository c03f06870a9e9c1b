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

/** Has parts of an arena painted in a thread of its own. Returns how to end it before its time. */
export function startPaintThread(order: PaintOrder, { painted, failed }: PaintListener): () => void {
  if (typeof Worker === "undefined") {
    failed();
    return () => undefined;
  }
  const worker = new Worker(new URL("./paint-worker.ts", import.meta.url), { type: "module" });
  let open = order.regions.length;
  const stop = (): void => {
    worker.onmessage = worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data: { region, ground, walls } }: MessageEvent<PaintedPiece>) => {
    open -= 1;
    if (open === 0) stop();
    painted({ region, ground: canvasOf(ground), walls: walls && canvasOf(walls) });
  };
  worker.onerror = ({ message }) => {
    const why = message || "its file could not be loaded";
    console.warn(`The island is painted in the page, which stands still for it, not in a thread: ${why}.`);
    stop();
    failed();
  };
  worker.postMessage(order);
  return stop;
}

/** A canvas that shows a bitmap and takes it over: nothing is copied, and renderers know what to do with a canvas. */
function canvasOf(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
  return canvas;
}
