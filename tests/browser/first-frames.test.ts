import { expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { inMatch, PATIENCE, plainLooks, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const FRAMES = 10;
/** Part of the picture that the commonest colour takes: an eighth with tiles to see, two fifths without. */
const MAX_OF_ONE_COLOUR = 0.25;

/** Largest share of the HUD that a single frame may build: all at once takes longer than a frame has. */
const MAX_OF_THE_HUD = 0.5;

declare global {
  interface Window {
    /** Per frame of a match: which part of the picture the commonest colour takes (0..1). */
    plainness: number[];
    /** Per frame of a match: elements that lie over it. */
    hudElements: number[];
    /** What the page was busy with when it opened the loudspeaker: the event that it handled, or "none". */
    openedIn: string[];
    /** Whether the Escape that came with the HUD was kept from the browser, which would close the menu again. */
    escapeTaken: boolean | undefined;
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

/** Notes how the page comes into a match, frame by frame. */
const WATCH_BUILDING = `(${() => {
  window.hudElements = [];
  window.openedIn = [];
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      window.openedIn.push(window.event?.type ?? "none");
    }
  };
  const look = (): void => {
    requestAnimationFrame(look);
    const hud = document.querySelector("[data-testid=hud]");
    if (hud !== null) window.hudElements.push(hud.querySelectorAll("*").length);
  };
  requestAnimationFrame(look);
}})();`;

/** Presses Escape in the moment in which the HUD is put into the page. */
const PRESS_AT_ONCE = `(${() => {
  const watch = new MutationObserver(() => {
    if (document.querySelector("[data-testid=hud]") === null) return;
    watch.disconnect();
    const press = new KeyboardEvent("keydown", {
      key: "Escape",
      code: "Escape",
      bubbles: true,
      cancelable: true,
    });
    window.escapeTaken = !document.body.dispatchEvent(press);
  });
  watch.observe(document, { subtree: true, childList: true });
}})();`;

it(
  "an Escape that comes with the first frame opens the menu, and leaves the browser nothing to close",
  async () => {
    const opened = await open(server().url, {
      ...plainLooks(server().url, "Ann"),
      beforeLoad: PRESS_AT_ONCE,
    });
    const { page } = opened;
    await page.getByTestId("play").click({ timeout: PATIENCE });
    await page.getByTestId("leave").waitFor({ timeout: PATIENCE });
    expect(await page.evaluate(() => window.escapeTaken)).toBe(true);
    opened.expectClean();
  },
  2 * PATIENCE,
);

it(
  "the click that starts a match does not open the loudspeaker, and no frame builds most of what lies over it",
  async () => {
    const opened = await open(server().url, {
      ...plainLooks(server().url, "Ann"),
      beforeLoad: WATCH_BUILDING,
    });
    const { page } = opened;
    await page.getByTestId("play").click({ timeout: PATIENCE });
    await inMatch(page);
    await until(page, (frames) => window.hudElements.length >= frames, 2 * FRAMES);
    const { hudElements, openedIn } = await page.evaluate(() => ({
      hudElements: window.hudElements.slice(),
      openedIn: window.openedIn.slice(),
    }));
    expect(openedIn).toEqual(["none"]);
    const most = Math.max(...hudElements);
    const built = hudElements.map((count, i) => count - (hudElements[i - 1] ?? 0));
    expect(Math.max(...built) / most, `elements by frame: ${hudElements.join(" ")}`).toBeLessThan(
      MAX_OF_THE_HUD,
    );
    opened.expectClean();
  },
  2 * PATIENCE,
);

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
    await page.goto(`${url}/?room=${host.room.roomId}&join=1`);
    // The address leads on to another one, whose page has no figures for a moment.
    await until(page, () => "pushback" in window, undefined);
    await inMatch(page);
    await until(page, (frames) => window.plainness.length >= frames, FRAMES);
    await opened.screenshot("first-frames");
    const plainness = await page.evaluate(() => window.plainness);
    expect(Math.max(...plainness)).toBeLessThan(MAX_OF_ONE_COLOUR);
    opened.expectClean();
    release();
    await host.leave();
  },
  2 * PATIENCE,
);
