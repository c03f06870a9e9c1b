import type { BrowserContextOptions, Page } from "playwright-core";
import type { Pushback } from "#client/figures.ts";
import { FIRST_STEPS } from "#client/session/first-steps.ts";
import { DEFAULT_SETTINGS, type Settings } from "#client/session/settings.ts";

/** Deadline (ms) of everything that a page is waited for: two slow cores may draw for three pages. */
export const PATIENCE = 45_000;

/** What `window.pushback` says, as plain data. */
export type Figures = Omit<Pushback, "resetFigures">;

/** The figures of this moment. */
export function figures(page: Page): Promise<Figures> {
  return page.evaluate(() => {
    const { resetFigures: _, ...values } = { ...window.pushback };
    return values;
  });
}

/**
 * Waits in the page until a condition on its figures holds and returns what it returned. It looks on a timer: the
 * frames of a page in the background do not come.
 */
export async function until<Argument, Result>(
  page: Page,
  condition: (argument: Argument) => Result,
  argument: Argument,
  timeout = PATIENCE,
): Promise<Result> {
  // The type of waitForFunction does not see that the argument is the same one.
  const handle = await page.waitForFunction(condition as (value: unknown) => Result, argument, {
    timeout,
    polling: 20,
  });
  return (await handle.jsonValue()) as Result;
}

/** Waits until the page draws a match with its own character in it. */
export async function inMatch(page: Page): Promise<Figures> {
  // The page of a link to a room leads on to the game, which has figures once its script runs.
  await until(page, () => "pushback" in window, undefined);
  await until(
    page,
    () => {
      const { screen, own, frames, renderer } = window.pushback;
      return screen === "match" && own !== undefined && frames > 1 && renderer !== "none";
    },
    undefined,
  );
  return figures(page);
}

/** Waits until the page has drawn this many more frames. */
export async function framesLater(page: Page, frames: number): Promise<void> {
  const { frames: from } = await figures(page);
  await until(page, (wanted) => window.pushback.frames >= wanted, from + frames);
}

/** Waits until the server has run this many more ticks, by what the page has heard of them. */
export async function ticksLater(page: Page, ticks: number): Promise<void> {
  const { tick } = await figures(page);
  await until(page, (wanted) => window.pushback.tick >= wanted, tick + ticks);
}

/** Waits until the match of the page is in a phase. */
export function untilPhase(page: Page, phase: string): Promise<unknown> {
  return until(page, (wanted) => window.pushback.phase === wanted, phase, 90_000);
}

/**
 * A browser that comes to an address with settings kept from an earlier visit, whose first steps are behind it. The connection is a WebSocket unless they
 * say otherwise: the automatic choice takes another one when a page stood still for two seconds, as on a busy machine.
 */
export function withSettings(url: string, settings: Partial<Settings>): BrowserContextOptions {
  const value = JSON.stringify({
    ...DEFAULT_SETTINGS,
    taught: FIRST_STEPS,
    connection: "websocket",
    ...settings,
  });
  const origin = new URL(url).origin;
  return {
    storageState: {
      cookies: [],
      origins: [{ origin, localStorage: [{ name: "pushback.settings", value }] }],
    },
  };
}

/**
 * A small window without decoration of the picture, for tests of the game and not of its looks: they leave the two
 * cores to the game.
 */
export function plainLooks(
  url: string,
  name: string,
  settings: Partial<Settings> = {},
): BrowserContextOptions {
  const plain = withSettings(url, { name, effects: "low", music: 0, ...settings });
  return { ...plain, viewport: { width: 640, height: 360 } };
}

/** Opens a room with the create dialogue and comes straight to its match. `arena` is the name that people read. */
export async function createByDialog(page: Page, arena: string, bots: number): Promise<Figures> {
  await page.getByTestId("create").click();
  await page.getByRole("radio", { name: arena }).check({ force: true });
  await page.getByTestId("create-bots").fill(String(bots));
  await page.getByTestId("create-lobby").uncheck({ force: true });
  await page.getByTestId("create-submit").click();
  return inMatch(page);
}

/** Joins a room with the field for codes and comes to its match. */
export async function joinByCode(page: Page, code: string): Promise<Figures> {
  await page.getByTestId("join-code").fill(code);
  await page.getByTestId("join").click();
  return inMatch(page);
}

/** The lines of the whole scoreboard, which is up while its key is held. */
export async function readScoreboard(page: Page): Promise<string[]> {
  await page.keyboard.down("Tab");
  const rows = page.getByTestId("scoreboard").getByTestId("score-row");
  await rows.first().waitFor({ timeout: PATIENCE });
  const lines = await rows.evaluateAll((all) =>
    all.map((row) => {
      const figures = [...row.querySelectorAll("td")].map((cell) => cell.textContent);
      return [row.getAttribute("data-player"), ...figures].join(" ");
    }),
  );
  await page.keyboard.up("Tab");
  return lines;
}
