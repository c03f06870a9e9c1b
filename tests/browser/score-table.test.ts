import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { inMatch, PATIENCE, plainLooks, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const SHAPES = {
  laptop: { width: 1280, height: 720 },
  portrait: { width: 390, height: 844 },
  landscape: { width: 844, height: 390 },
};

/** Whether the own row is wholly in sight, within the window and the part that scrolls, and the scroller in the window. */
function ownRowInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.querySelector(".scores-scroll")?.getBoundingClientRect();
    const row = document.querySelector(".scoreboard-self td")?.getBoundingClientRect();
    if (box === undefined || row === undefined) return false;
    const inBox = row.top >= box.top - 1 && row.bottom <= box.bottom + 1;
    return inBox && box.top >= 0 && box.bottom <= innerHeight;
  });
}

/** Looks at the table at its top and its end, in every shape of the window. */
async function lookThrough(page: Page): Promise<void> {
  for (const [name, size] of Object.entries(SHAPES)) {
    await page.setViewportSize(size);
    const scroll = page.getByTestId("scores-scroll");
    await scroll.evaluate((box) => {
      box.scrollTop = 0;
    });
    expect(await ownRowInSight(page), `${name}, top`).toBe(true);
    await page.keyboard.press("End");
    expect(await scroll.evaluate((box) => box.scrollTop), `${name}, scrolled`).toBeGreaterThan(0);
    expect(await ownRowInSight(page), `${name}, end`).toBe(true);
  }
}

describe("the score table of a Stampede", () => {
  it("scrolls with the own row in sight, in the match and at night in the results", async () => {
    const { url } = server();
    const crowd = { mode: "stampede", arena: "archipelago", bots: 47, botSkill: "easy", timeLimit: 30 };
    const opener = await createRoom(server(), { ...crowd, name: "Opener" });
    const opened = await open(`${url}/?room=${opener.room.roomId}&join=1`, plainLooks(url, "Ann"));
    const { page } = opened;
    await inMatch(page);
    await until(page, () => window.pushback.phase === "playing", undefined);
    await page.keyboard.down("Tab");
    await page.getByTestId("score-row").nth(40).waitFor({ state: "attached", timeout: PATIENCE });
    await lookThrough(page);
    await page.keyboard.up("Tab");
    // The same table in another place, half a minute later.
    if (NIGHTLY) {
      await page.getByTestId("results").waitFor({ timeout: 2 * PATIENCE });
      await lookThrough(page);
    }
    opened.expectClean();
    await opener.leave();
  });
});
