import type { Page } from "playwright-core";

/** A key press, and what was drawn around it. */
export interface PressRecord {
  /** Frames that had been drawn when the key went down. */
  frame: number;
  /** Moment of it (ms since 1970). */
  time: number;
}

/** The own character in one drawn frame. */
export interface Shot {
  frame: number;
  x: number;
  y: number;
}

declare global {
  interface Window {
    probe: {
      shots: Shot[];
      presses: PressRecord[];
      /** Longest time (ms) without a turn of the page's loop, or without news of the server. */
      worstGap: number;
    };
  }
}

/** Begins to record every drawn frame, every key press and every stall of the page or of its line. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe: Window["probe"] = { shots: [], presses: [], worstGap: 0 };
    window.probe = probe;
    window.addEventListener(
      "keydown",
      (event) => {
        if (!event.repeat) probe.presses.push({ frame: window.pushback.frames, time: Date.now() });
      },
      { capture: true },
    );
    // Asked for after the game asked for its own, so it is called after the frame has been drawn.
    const look = () => {
      const { own, frames } = window.pushback;
      if (own !== undefined) probe.shots.push({ frame: frames, x: own.x, y: own.y });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    let turn = performance.now();
    let news = turn;
    let tick = 0;
    setInterval(() => {
      const now = performance.now();
      probe.worstGap = Math.max(probe.worstGap, now - turn, now - news);
      turn = now;
      if (window.pushback.tick === tick) return;
      tick = window.pushback.tick;
      news = now;
    }, 5);
  });
}

/** Forgets what was recorded and counts corrections afresh. */
export async function startAfresh(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.pushback.resetFigures();
    window.probe.worstGap = 0;
    window.probe.shots.length = 0;
    window.probe.presses.length = 0;
  });
}
