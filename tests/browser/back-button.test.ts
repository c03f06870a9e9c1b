import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, PATIENCE, plainLooks, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

function shown(page: Page, testId: string): Promise<void> {
  return page.getByTestId(testId).waitFor({ timeout: PATIENCE });
}

function gone(page: Page, testId: string): Promise<void> {
  return page.getByTestId(testId).waitFor({ state: "detached", timeout: PATIENCE });
}

/** As the browser's buttons do: without a word to the page, whose history may be walking by itself. */
function press(page: Page, button: "back" | "forward"): Promise<void> {
  // Not before this has been answered: a step that leaves the page takes whoever would answer with it.
  return page.evaluate((delta) => void setTimeout(() => history.go(delta)), button === "back" ? -1 : 1);
}

/** Waits until the page's own walks through the history have come to rest. */
function untilEntry(page: Page, entry: number): Promise<unknown> {
  return until(page, (wanted) => history.state?.entry === wanted, entry);
}

describe("the browser's Back", () => {
  it("opens the menu of a match, asks, and leaves it; from the menu it leaves the site", async () => {
    const { url } = server();
    const friend = await createRoom(server(), { arena: "meadow" });
    const code = friend.room.roomId;
    const opened = await open(`${url}/healthz`, plainLooks(url, "Ann"));
    const { page } = opened;
    await page.goto(`${url}/?room=${code}&join=1`);
    expect((await inMatch(page)).room).toBe(code);
    await untilEntry(page, 3);

    await press(page, "back");
    await shown(page, "pause-dialog");
    await press(page, "back");
    await shown(page, "leave-dialog");
    await page.getByTestId("stay").click();
    await gone(page, "leave-dialog");
    await untilEntry(page, 3);
    await press(page, "forward");
    expect((await figures(page)).room).toBe(code);

    // Settings lie over the menu of the match: back to that, and then on.
    await page.keyboard.press("Escape");
    await page.getByTestId("settings").click();
    await untilEntry(page, 3);
    await press(page, "back");
    await gone(page, "settings-dialog");
    await shown(page, "pause-dialog");
    await page.keyboard.press("Escape");
    await untilEntry(page, 3);

    // A reload comes back to the match, and Back still means the same.
    await page.reload();
    const { sessionId } = await inMatch(page);
    expect(friend.room.state.players.has(sessionId ?? "")).toBe(true);
    expect(new URL(page.url()).searchParams.get("room")).toBe(code);
    await untilEntry(page, 3);
    await press(page, "back");
    await shown(page, "pause-dialog");
    await press(page, "back");
    await shown(page, "leave-dialog");
    await press(page, "back");
    await shown(page, "menu");
    await untilEntry(page, 0);
    expect(new URL(page.url()).searchParams.has("room")).toBe(false);

    await press(page, "forward");
    await untilEntry(page, 0);
    expect((await figures(page)).screen).toBe("menu");
    opened.expectClean();
    await press(page, "back");
    await page.waitForURL(`${url}/healthz`, { timeout: PATIENCE });
    await friend.leave();
  });

  it("goes one screen up in the menus, and Forward does no harm", async () => {
    const { url } = server();
    const opened = await open(url, plainLooks(url, "Ann"));
    const { page } = opened;
    await page.getByTestId("settings").click();
    await page.getByTestId("simulate").click();
    await shown(page, "network-dialog");
    await press(page, "back");
    await gone(page, "network-dialog");
    await shown(page, "settings-dialog");
    await press(page, "forward");
    await untilEntry(page, 1);
    await shown(page, "settings-dialog");
    await press(page, "back");
    await gone(page, "settings-dialog");
    // The answer to the question is a way out, too.
    await page.getByTestId("play").click();
    await inMatch(page);
    await untilEntry(page, 3);
    await press(page, "back");
    await shown(page, "pause-dialog");
    await press(page, "back");
    await page.getByTestId("leave-yes").click();
    await shown(page, "menu");
    await untilEntry(page, 0);
    opened.expectClean();
  });
});
