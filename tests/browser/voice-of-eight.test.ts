import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, PATIENCE, plainLooks } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";
import { FAKE_MICROPHONE, turnOn } from "./support/talking.ts";

const PLAYERS = 8;

const server = useServer();
const open = useBrowser({ renderer: "canvas", args: FAKE_MICROPHONE });

/** Eight pages that draw leave nothing of two cores for sound: these draw twice a second. */
const DRAW_SELDOM = `
  window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 500);
  window.cancelAnimationFrame = (id) => window.clearTimeout(id);
`;

/** Waits until a page is connected with so many others; says with whom it is not. */
function isConnected(page: Page, others: number): Promise<unknown> {
  return waitFor(
    "all connections",
    async () => {
      const { sessionId, voice } = await figures(page);
      if (voice.peers.filter(({ connected }) => connected).length === others) return true;
      throw new Error(`${sessionId}: ${JSON.stringify(voice.peers)}`);
    },
    { timeoutMs: PATIENCE },
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
    for (const page of pages.slice(0, -1)) await isConnected(page, PLAYERS - 2);
    // The last one has all seven connections to make.
    const last = pages.at(-1);
    if (last === undefined) throw new Error("Nobody has come.");
    await turnOn(last);
    const begun = performance.now();
    for (const page of pages) await isConnected(page, PLAYERS - 1);
    // Not judged here: so many pages share the machine.
    console.log(
      `the last of ${PLAYERS} was connected with all after ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
    expect(pages).toHaveLength(PLAYERS);
    await host.leave();
  }, 300_000);
});
