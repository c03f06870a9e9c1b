import { bakePieces } from "./bake.ts";
import type { PaintedPiece, PaintOrder } from "./paint-thread.ts";

// A thread of its own: it answers an order with its pieces, one after the other.
addEventListener("message", ({ data: { arena, regions, scale } }: MessageEvent<PaintOrder>) => {
  for (const piece of bakePieces(arena, regions, scale, newCanvas)) {
    const ground = piece.ground.transferToImageBitmap();
    const walls = piece.walls?.transferToImageBitmap();
    const transfer = walls ? [ground, walls] : [ground];
    postMessage({ region: piece.region, ground, walls } satisfies PaintedPiece, { transfer });
  }
});

/** Painted by the processor, as in the page: see `createCanvas`. */
function newCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("The browser gave no 2D canvas to paint on");
  return { canvas, context };
}
