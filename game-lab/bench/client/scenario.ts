import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { ROOM } from "#shared/messages.ts";
import { botsRange, FIRST_PLAN } from "#shared/practice-plan.ts";

/** A match to look at a page in. */
export interface Scenario {
  readonly name: string;
  readonly players: number;
  /** Practice is played in the page itself, without a line, against as many bots as it takes. */
  readonly mode: "brawl" | "stampede" | "practice";
  readonly arena: string;
}

const MOST_BOTS = botsRange(FIRST_PLAN).most;
const IN_PRACTICE = MOST_BOTS + 1;

export const SCENARIOS: readonly Scenario[] = [
  { name: "16 players, a Brawl", players: 16, mode: "brawl", arena: "meadow" },
  { name: "64 players, a Stampede", players: 64, mode: "stampede", arena: "archipelago" },
  { name: `${IN_PRACTICE} players, a Brawl`, players: IN_PRACTICE, mode: "brawl", arena: "meadow" },
  { name: `${IN_PRACTICE} players, practice`, players: IN_PRACTICE, mode: "practice", arena: "meadow" },
];

/** A line as people have one: 40 ms each way, and some of it uneven. */
const LINE = "delay=40&jitter=8";
/** Longest time (ms) for a page to come into a match. */
const PATIENCE = 60_000;
/** Time (ms) after the first frame of a match that counts as its beginning. */
const BEGINNING_MS = 3000;
const CATEGORIES = [
  "devtools.timeline",
  "v8",
  "blink.user_timing",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-v8.cpu_profiler",
];
/** Where no part of the HUD is in a window of 640 x 360 (CSS pixels). */
const OPEN_GROUND = { x: 200, y: 240 } as const;
const KEYS = ["KeyD", "KeyS", "KeyA", "KeyW"] as const;

export interface VisitOptions {
  readonly browser: Browser;
  readonly origin: string;
  readonly renderer: "webgl" | "canvas";
  readonly seconds: number;
}

/** What is known of a visit besides its trace. */
export interface Visit {
  readonly trace: string;
  readonly renderer: string;
  /** Characters that were drawn, at the end. */
  readonly drawn: number;
  readonly patchesPerSecond: number;
}

/** Comes into a match full of bots, plays in it for a while, and gives the trace of all of it. */
export async function visit(scenario: Scenario, options: VisitOptions): Promise<Visit> {
  const { browser, origin, renderer, seconds } = options;
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  try {
    const page = await context.newPage();
    const line = scenario.mode === "practice" ? "" : `&${LINE}`;
    await page.goto(`${origin}/?name=Bench${line}${renderer === "canvas" ? "&renderer=canvas" : ""}`);
    await page.waitForFunction(() => window.pushback.renderer !== "none", undefined, { timeout: PATIENCE });
    const enter = await wayInto(scenario, page, origin);
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.evaluate(() => performance.mark("bench-coming"));
    await enter();
    await page.waitForFunction(
      () => window.pushback.own !== undefined && window.pushback.frames > 1,
      undefined,
      {
        timeout: PATIENCE,
      },
    );
    // From the button that was pressed to a place where nothing of the page catches its clicks.
    await page.mouse.move(OPEN_GROUND.x, OPEN_GROUND.y);
    await page.waitForTimeout(BEGINNING_MS);
    await page.evaluate(() => performance.mark("bench-begun"));
    if (scenario.mode === "practice") await letAllFight(page);
    await page.evaluate(() => performance.mark("bench-playing"));
    await play(page, seconds);
    await page.evaluate(() => performance.mark("bench-end"));
    const figures = await page.evaluate(() => ({
      renderer: window.pushback.renderer,
      drawn: window.pushback.others.length + 1,
      patchesPerSecond: window.pushback.patchesPerSecond,
    }));
    const trace = await browser.stopTracing();
    return { trace: trace.toString("utf8"), ...figures };
  } finally {
    await context.close();
  }
}

/** The click that leads into the match, ready to be made. */
async function wayInto(scenario: Scenario, page: Page, origin: string): Promise<() => Promise<void>> {
  if (scenario.mode === "practice") return () => page.getByTestId("practice").click();
  // Not before the page is ready to come: nobody else is in the room, and it does not wait for ever.
  await page.getByTestId("join-code").fill(await openRoom(scenario, origin));
  return () => page.getByTestId("join").click();
}

/** All bots that practice has, and they play. */
async function letAllFight(page: Page): Promise<void> {
  await page.getByTestId("practice-options").click();
  await page.getByTestId("practice-fight").check();
  await page.getByTestId("practice-bots").fill(String(MOST_BOTS));
  await page.getByTestId("practice-done").click();
  await page.waitForFunction((bots) => window.pushback.others.length === bots, MOST_BOTS, {
    timeout: PATIENCE,
  });
  await page.mouse.move(OPEN_GROUND.x, OPEN_GROUND.y);
}

/** Opens a room that is full of bots as soon as the page is in it; the seat of whoever opened it stays empty. */
async function openRoom({ players, mode, arena }: Scenario, origin: string): Promise<string> {
  const answer = await fetch(`${origin}/matchmake/create/${ROOM}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      name: "Host",
      mode,
      arena,
      maxPlayers: players,
      bots: players - 1,
      private: true,
      timeLimit: 1800,
    }),
  });
  return z.object({ roomId: z.string() }).parse(await answer.json()).roomId;
}

/** Runs about and pushes, so that there is something to predict. */
async function play(page: Page, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < until; turn++) {
    const key = KEYS[turn % KEYS.length] ?? KEYS[0];
    await page.keyboard.down(key);
    if (turn % 3 === 0) await page.mouse.down();
    await page.waitForTimeout(350);
    if (turn % 3 === 0) await page.mouse.up();
    await page.keyboard.up(key);
  }
}
