import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { modesFor } from "#shared/simulation/modes/suits.ts";
import { createRoom, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { arenaOf } from "./support/driver.ts";
import { inMatch, PATIENCE, plainLooks, until, untilPhase } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

// Four pages on two cores: the plainest picture there is. A page speaks WebRTC with this machine only when allowed to.
const open = useBrowser({ renderer: "canvas", args: ["--allow-loopback-in-peer-connection"] });
const server = useServer();

/** Where the modes for a few are played, and where those for a crowd are. */
const ARENAS = ["meadow", "archipelago"] as const;
const MATCHES = ARENAS.flatMap((arena) => modesFor(arenaOf(arena)).map((mode) => ({ mode, arena })));
/** Length (s) of the shortest match that a room may have. */
const SHORTEST = 30;
const WINDOW = { width: 320, height: 180 };
const NAMES = ["Ann", "Bob", "Cyd", "Dee"];
/** Lines that a match is played on, as the page's address says them. */
const LINES = [
  ["WebSocket", "transport=websocket"],
  ["WebRTC with 5 % loss", "transport=webrtc&loss=5"],
] as const;

/** What somebody has to show for, as a page tells it: whose row, and every figure in it. */
function resultsOn(page: Page): Promise<string[]> {
  return page.getByTestId("score-row").evaluateAll((rows) =>
    rows
      .map((row) => {
        const figures = [...row.querySelectorAll("td")].map((cell) => cell.textContent);
        return [row.getAttribute("data-id"), row.getAttribute("data-score"), ...figures].join(" ");
      })
      .sort(),
  );
}

/** What the server tells of the same, but for what only a page makes of it. */
function scoresOf({ room }: TestPlayer): string[] {
  return [...room.state.seats]
    .filter(([, { role }]) => role === "player")
    .map(([id, { score }]) => `${id} ${score}`)
    .sort();
}

/** Holds keys by turns as somebody does who does not look: who stands still learns nothing of the rules. */
async function fidget(page: Page, turn: number): Promise<void> {
  const keys = ["w", "a", "s", "d"];
  await page.keyboard.down(keys[turn % 4] ?? "w");
  await page.keyboard.down(" ");
  await page.keyboard.up(keys[(turn + 3) % 4] ?? "w");
  await page.keyboard.up(" ");
}

describe.runIf(NIGHTLY)("four browsers and bots", () => {
  for (const [line, query] of LINES) {
    it.each(MATCHES)(
      `play a match of $mode to its end over ${line}, with the same results on all pages`,
      { timeout: 600_000 },
      async ({ mode, arena }) => {
        const options = { mode, arena, name: "Judge", bots: 8, botSkill: "easy", timeLimit: SHORTEST };
        const judge = await createRoom(server(), { ...options, lobby: true });
        onTestFinished(() => judge.leave());
        const { url } = server();
        const pages: OpenedPage[] = [];
        for (const name of NAMES) {
          const looks = { ...plainLooks(url, name), viewport: WINDOW };
          const opened = await open(`${url}/?room=${judge.room.roomId}&join=1&${query}`, looks);
          await until(opened.page, () => "pushback" in window, undefined);
          await opened.page.getByTestId("lobby").waitFor({ timeout: PATIENCE });
          pages.push(opened);
        }
        judge.room.send("start");
        for (const { page } of pages) await inMatch(page);
        for (const { page } of pages) await untilPhase(page, "playing");
        let turn = 0;
        await waitFor(
          "the end of the match",
          async () => {
            for (const { page } of pages) await fidget(page, turn++);
            return judge.room.state.phase === "results";
          },
          { timeoutMs: 8 * 60_000, everyMs: 300 },
        );
        const { winners } = judge.room.state;
        expect(winners.length).toBeGreaterThan(0);
        for (const { page } of pages) await page.getByTestId("results").waitFor({ timeout: PATIENCE });
        await waitFor("the same results on all pages", async () => {
          const [first = [], ...others] = await Promise.all(pages.map(({ page }) => resultsOn(page)));
          expect(first.map((row) => row.split(" ").slice(0, 2).join(" "))).toEqual(scoresOf(judge));
          for (const other of others) expect(other).toEqual(first);
          return true;
        });
        for (const { page } of pages) {
          const told = await page.evaluate(() => window.pushback.transport);
          expect(told).toBe(query.includes("webrtc") ? "webrtc" : "websocket");
        }
        for (const opened of pages) opened.expectClean();
      },
    );
  }
});
