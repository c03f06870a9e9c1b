import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { TRANSPORTS, type TransportName } from "#transports/contract/names.ts";
import { createRoom, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { arenaOf, Driver } from "./support/driver.ts";
import {
  figures,
  inMatch,
  joinByCode,
  PATIENCE,
  plainLooks,
  ticksLater,
  until,
  untilPhase,
} from "./support/game-page.ts";
import { OwnLine } from "./support/own-line.ts";
import { useServer } from "./support/server.ts";

// Five pages on two cores: the plainest picture there is. A page speaks WebRTC with this machine only when allowed to.
const open = useBrowser({ renderer: "canvas", args: ["--allow-loopback-in-peer-connection"] });
const server = useServer();

/** Length (s) of the match: for a push and five cut lines, on a machine that draws five pages. */
const TIME_LIMIT = 150;
const WINDOW = { width: 320, height: 180 };
/** What the browser says of a line that was cut, and of a connection that the server has given up meanwhile. */
const CUT = [
  /WebSocket connection to .* failed/,
  /^failed request: .*ERR_|net::ERR_/,
  /\/transports\/|status of 404|status 404/,
];

/** A page with a line of its own. */
interface Seat extends OpenedPage {
  readonly transport: TransportName;
  readonly line: OwnLine;
  readonly id: string;
}

async function openOwn(transport: TransportName) {
  const line = await OwnLine.to(server());
  const looks = { ...plainLooks(line.url, transport), viewport: WINDOW };
  const opened = await open(`${line.url}/?transport=${transport}`, looks);
  await line.carryDatagramsOf(opened.page);
  await until(opened.page, () => window.pushback.renderer !== "none", undefined);
  return { ...opened, transport, line };
}

/** Opens a page for each transport, and once all of them have loaded brings them into one room. */
async function meet(): Promise<{ judge: TestPlayer; seats: Seat[] }> {
  const pages = [];
  for (const transport of TRANSPORTS) pages.push(await openOwn(transport));
  const judge = await createRoom(server(), { arena: "meadow", name: "Judge", timeLimit: TIME_LIMIT });
  onTestFinished(() => judge.leave());
  const seats: Seat[] = [];
  for (const opened of pages) {
    const { sessionId: id = "", transport } = await joinByCode(opened.page, judge.room.roomId);
    expect(transport).toBe(opened.transport);
    seats.push({ ...opened, id });
  }
  return { judge, seats };
}

/** Steps in which a page has seen something of one kind happen to somebody, or be done by them. */
function stepsOf(page: Page, type: string, id: string, by = ""): Promise<number[]> {
  return page.evaluate(
    (wanted) =>
      window.pushback.events
        .filter((event) => event.type === wanted.type && event.id === wanted.id && event.by === wanted.by)
        .map((event) => event.tick),
    { type, id, by },
  );
}

/** Waits until all pages have seen one thing happen in the same step, and returns the step. */
function seenByAll(pages: readonly Page[], type: string, id: string, by = ""): Promise<number> {
  return waitFor(
    `the same ${type} on ${pages.length} pages`,
    async () => {
      const [first = [], ...others] = await Promise.all(pages.map((page) => stepsOf(page, type, id, by)));
      return first.find((step) => others.every((steps) => steps.includes(step)));
    },
    { timeoutMs: PATIENCE },
  );
}

/** Cuts a page's line until both ends have noticed, mends it, and waits for the same character to obey again. */
async function dropAndReturn({ page, line, id, transport }: Seat, judge: TestPlayer): Promise<void> {
  const before = await figures(page);
  line.cut();
  await judge.until(
    `the mark on ${transport}`,
    (state) => state.seats.get(id)?.connected === false,
    PATIENCE,
  );
  await until(page, () => window.pushback.screen === "reconnecting", undefined);
  line.mend();
  const after = await inMatch(page);
  await judge.until(
    `the mark gone from ${transport}`,
    (state) => state.seats.get(id)?.connected === true,
    PATIENCE,
  );
  await ticksLater(page, 10);
  expect(after.sessionId).toBe(id);
  expect(after.transport).toBe(transport);
  expect(after.own?.name).toBe(before.own?.name);
  const scoreOf = (all: typeof after) => all.scores.find((row) => row.id === id);
  expect(scoreOf(await figures(page))).toEqual(scoreOf(before));
  const x = judge.room.state.players.get(id)?.x ?? Number.NaN;
  const key = x < 15 ? "KeyD" : "KeyA";
  await page.keyboard.down(key);
  await judge.until("movement", (state) => Math.abs((state.players.get(id)?.x ?? x) - x) > 0.5, PATIENCE);
  await page.keyboard.up(key);
}

describe.runIf(NIGHTLY)("five browsers on five transports in one room", () => {
  it("see the same push, come back from a cut line, and end with the same scores", {
    timeout: 420_000,
  }, async () => {
    const { judge, seats } = await meet();
    const pages = seats.map(({ page }) => page);
    const names = seats.map(({ transport }) => transport);
    for (const page of pages) {
      await until(
        page,
        (all) =>
          all.every((name) => [...window.pushback.others, window.pushback.own].some((p) => p?.name === name)),
        names,
      );
      await untilPhase(page, "playing");
    }

    const [pusher, victim] = [seats[0], seats[1]];
    if (pusher === undefined || victim === undefined) throw new Error("Nobody is there to push.");
    await new Driver(pusher.page).pushOff(arenaOf("meadow"), victim.id);
    const hit = await seenByAll(pages, "hit", victim.id, pusher.id);
    // The pusher's page shows its own push in the frame of the key; the others when the server says so.
    const push = await seenByAll(pages.slice(1), "push", pusher.id);
    console.log(`All pages saw the hit of step ${hit}; four saw the push of step ${push}.`);
    for (const [i, seat] of seats.entries()) await seat.screenshot(`five-${names[i]}-push`);

    for (const seat of seats) await dropAndReturn(seat, judge);
    expect(judge.room.state.players.size).toBe(seats.length + 1);
    expect(judge.room.state.phase).toBe("playing");

    await Promise.all(pages.map((page) => untilPhase(page, "results")));
    const tables = await Promise.all(
      pages.map(async (page) => {
        await page.getByTestId("results").waitFor({ timeout: PATIENCE });
        const rows = await page.getByTestId("score-row").allInnerTexts();
        return rows.map((row) => row.replace(/\sYou\b/, ""));
      }),
    );
    const { score } = judge.room.state.seats.get(pusher.id) ?? { score: 0 };
    expect(score).toBeGreaterThan(0);
    for (const [i, table] of tables.entries()) {
      expect(table).toHaveLength(seats.length + 1);
      expect(table, `the results on ${names[i]}`).toEqual(tables[0]);
    }
    for (const [i, seat] of seats.entries()) {
      await seat.page.setViewportSize({ width: 640, height: 360 });
      await seat.screenshot(`five-${names[i]}-results`);
    }
    for (const { expectClean } of seats) expectClean(CUT);
  });
});
