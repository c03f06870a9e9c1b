import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Piece } from "#client/scenes/arena/bake.ts";
import { type PaintedPiece, PaintThread } from "#client/scenes/arena/paint-thread.ts";
import type { Region } from "#client/scenes/arena/plan.ts";
import { drawArena } from "#lab/draw-arena.ts";

/** The page's end of a thread: the test says what comes from it. */
class FakeWorker {
  static last: FakeWorker;
  onmessage: ((event: { data: PaintedPiece }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly postMessage = vi.fn();
  readonly terminate = vi.fn();

  constructor() {
    FakeWorker.last = this;
  }
}

const REGIONS: readonly Region[] = [0, 16].map((x) => ({ x, y: 0, width: 16, height: 16 }));
const BITMAP = { width: 512, height: 512, close: () => undefined };
/** A page that makes canvases, and nothing else. */
const transferFromImageBitmap = vi.fn();
const DOCUMENT = { createElement: () => ({ getContext: () => ({ transferFromImageBitmap }) }) };

function paint(atOnce = true) {
  const pieces: Piece<HTMLCanvasElement>[] = [];
  const failed = vi.fn();
  const order = { arena: drawArena("...."), regions: REGIONS, scale: 32 };
  const painter = new PaintThread();
  const begin = (): void => painter.paint(order, { painted: (piece) => pieces.push(piece), failed });
  if (atOnce) begin();
  const answer = (index: number): void => {
    const region = REGIONS[index] ?? expect.fail(`There is no region ${index}.`);
    FakeWorker.last.onmessage?.({ data: { region, ground: BITMAP, walls: undefined } });
  };
  return { pieces, failed, begin, stop: () => painter.stop(), answer, thread: FakeWorker.last };
}

describe("a thread that paints", () => {
  beforeEach(() => {
    vi.stubGlobal("Worker", FakeWorker);
    vi.stubGlobal("document", DOCUMENT);
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("hands out canvases as they come, and ends itself after the last", () => {
    const { pieces, answer, thread } = paint();
    answer(0);
    expect(pieces).toMatchObject([
      { region: REGIONS[0], ground: { width: 512, height: 512 }, walls: undefined },
    ]);
    expect(transferFromImageBitmap).toHaveBeenLastCalledWith(BITMAP);
    expect(thread.terminate).not.toHaveBeenCalled();
    answer(1);
    expect(pieces).toHaveLength(2);
    expect(thread.terminate).toHaveBeenCalledOnce();
  });

  it("says nothing more when it was stopped", () => {
    const { pieces, stop, answer, thread } = paint();
    stop();
    answer(0);
    expect(pieces).toEqual([]);
    expect(thread.terminate).toHaveBeenCalledOnce();
  });

  it("says when it breaks, once, so that somebody else paints what is left", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { failed, thread } = paint();
    const { onerror } = thread;
    onerror?.({ message: "no OffscreenCanvas" });
    expect(failed).toHaveBeenCalledOnce();
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining("no OffscreenCanvas"));
    expect([thread.onerror, thread.onmessage]).toEqual([null, null]);
  });

  it("that broke before there was anything to paint says so when there is", () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { failed, begin, thread } = paint(false);
    thread.onerror?.({ message: "" });
    expect(failed).not.toHaveBeenCalled();
    begin();
    expect(failed).toHaveBeenCalledOnce();
    expect(thread.postMessage).not.toHaveBeenCalled();
  });
});
