import { describe, expect, it } from "vitest";
import { ClaimedPicture } from "#server/rooms/claimed-picture.ts";

const PATCH_MS = 40;
/** On a calm line others are drawn two patches behind the newest state (ms). */
const DELAY = 2 * PATCH_MS;
/** What the picture of a slow machine may be older than it should (ms). */
const FRAME_MS = 60;

/** A page on a line; `lag` is how far (ms) behind the newest state its pictures are said to be. */
function page(heldUpMs = 0) {
  const picture = new ClaimedPicture(PATCH_MS);
  let number = 0;
  return {
    /** How far behind (ms) is believed. The newest state may have come `stateLag` ms ago. */
    says(lag: number, stateLag = 0): number {
      number += 1;
      const seenMs = number * 20 - stateLag;
      return seenMs - picture.judge(number, seenMs - lag, { seenMs, heldUpMs });
    },
  };
}

describe("the picture that a page says it showed", () => {
  it("is believed at the delay that pages draw at", () => {
    const { says } = page();
    for (let i = 0; i < 100; i++) expect(says(DELAY)).toBe(DELAY);
  });

  it("does not go back all of a sudden by more than a frame of a slow machine takes", () => {
    const { says } = page(200);
    for (let i = 0; i < 100; i++) says(DELAY);
    expect(says(500)).toBeLessThanOrEqual(DELAY + FRAME_MS + 2);
    expect(says(500)).toBeLessThanOrEqual(DELAY + FRAME_MS + 4);
  });

  it("is not farther behind for long than the line is a reason for", () => {
    const calm = page();
    for (let i = 0; i < 500; i++) calm.says(240);
    expect(calm.says(240)).toBeLessThanOrEqual(DELAY + FRAME_MS + 10);
    const rough = page(200);
    for (let i = 0; i < 500; i++) rough.says(240);
    expect(rough.says(240)).toBe(240);
  });

  it("is never believed to be farther behind than pages ever draw", () => {
    const { says } = page(1000);
    for (let i = 0; i < 500; i++) says(600);
    expect(says(600)).toBeLessThanOrEqual(250 + FRAME_MS + 10);
  });

  it("may wait at the newest state as long as none comes, and hurry after when it does", () => {
    const { says } = page(100);
    for (let i = 0; i < 100; i++) says(DELAY);
    for (let wait = 20; wait <= 300; wait += 20)
      expect(says(Math.max(0, DELAY - wait), wait)).toBe(Math.max(0, DELAY - wait));
    // 300 ms of states have come at once: it goes on from where it waited, half as fast again.
    for (let lag = 290; lag > DELAY; lag -= 10) expect(says(lag)).toBe(lag);
  });

  it("may jump ahead at any time, and then not back", () => {
    const { says } = page();
    for (let i = 0; i < 100; i++) says(DELAY);
    expect(says(0)).toBe(0);
    expect(says(DELAY)).toBeLessThan(DELAY);
  });
});
