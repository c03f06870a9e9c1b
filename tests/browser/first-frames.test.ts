import { expect, it } from "vitest";
import { createRoom } from "../integration/support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { inMatch, PATIENCE, plainLooks, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const FRAMES = 10;
/** Part of the picture that the commonest colour takes: an eighth with tiles to see, two fifths without. */
const MOST_OF_ONE_COLOUR = 0.25;

declare global {
  interface Window {
    /** Per frame of a match: which part of the picture the commonest colour takes (0..1). */
    plainness: number[];
  }
}

/** Looks at every frame of a match from the first one on. */
const WATCH = `(${() => {
  window.plainness = [];
  const look = (): void => {
    requestAnimationFrame(look);
    const canvas = document.querySelector<HTMLCanvasElement>("#stage canvas");
    if (!canvas || window.pushback?.screen !== "match" || window.pushback.frames < 2) return;
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    const counts = new Map<number, number>();
    const colours = new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0));
    for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
    window.plainness.push(Math.max(...counts.values()) / colours.length);
  };
  requestAnimationFrame(look);
}})();`;

it(
  "a page that joins late shows tiles before anything was painted",
  async () => {
    const { url } = server();
    const host = await createRoom(server(), { arena: "frost", name: "Host" });
    const opened = await open("about:blank", { ...plainLooks(url, "Ann"), beforeLoad: WATCH });
    const { page } = opened;
    // The painter is held back: it gets its file when the test says so.
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/paint-worker*", async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${url}/r/${host.room.roomId}`);
    // The address leads on to another one, whose page has no figures for a moment.
    await until(page, () => "pushback" in window, undefined);
    await inMatch(page);
    await until(page, (frames) => window.plainness.length >= frames, FRAMES);
    await opened.screenshot("first-frames");
    const plainness = await page.evaluate(() => window.plainness);
    expect(Math.max(...plainness)).toBeLessThan(MOST_OF_ONE_COLOUR);
    opened.expectClean();
    release();
    await host.leave();
  },
  2 * PATIENCE,
);
