import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { inMatch, plainLooks, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";
import { FAKE_MICROPHONE, turnOn } from "./support/talking.ts";

const PLAYERS = 8;

const server = useServer();
const open = useBrowser({ renderer: "canvas", args: FAKE_MICROPHONE });

/** Eight pages that draw leave nothing of two cores for sound: these draw twice a second. */
const DRAW_SELDOM = `
  const soon = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => window.setTimeout(() => soon(draw), 500);
  window.cancelAnimationFrame = (id) => window.clearTimeout(id);
`;

/** Waits until a page is connected with all others. */
function isConnected(page: Page): Promise<unknown> {
  return until(
    page,
    (others) => window.pushback.voice.peers.filter(({ connected }) => connected).length === others,
    PLAYERS - 1,
  );
}

describe.runIf(NIGHTLY)("a room of eight who talk", () => {
  it("connects each with each", async () => {
    const host = await createRoom(server(), { arena: "meadow", maxPlayers: PLAYERS + 1 });
    const pages: Page[] = [];
    for (let number = 1; number <= PLAYERS; number++) {
      const { page } = await open(`${server().url}/?room=${host.room.roomId}&join=1`, {
        ...plainLooks(server().url, `Voice ${number}`),
        viewport: { width: 320, height: 240 },
        beforeLoad: DRAW_SELDOM,
      });
      await inMatch(page);
      pages.push(page);
    }
    for (const page of pages.slice(0, -1)) await turnOn(page);
    for (const page of pages.slice(0, -1))
      await until(
        page,
        (others) => window.pushback.voice.peers.filter(({ connected }) => connected).length === others,
        PLAYERS - 2,
      );
    // The last one has all seven connections to make.
    const last = pages.at(-1);
    if (last === undefined) throw new Error("Nobody has come.");
    await turnOn(last);
    const begun = performance.now();
    for (const page of pages) await isConnected(page);
    // Not judged here: so many pages share the machine.
    console.log(
      `the last of ${PLAYERS} was connected with all after ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
    expect(pages).toHaveLength(PLAYERS);
    await host.leave();
  }, 300_000);
});
