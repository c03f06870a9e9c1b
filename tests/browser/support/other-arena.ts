import type { Page } from "playwright-core";
import type { Arena } from "#shared/arena/arena.ts";
import { arenaOf } from "./driver.ts";

/** The first arena that a page may vote for: another one than that of the match that has just ended. */
export async function otherArena(page: Page): Promise<Arena> {
  const id = await page.locator("[data-testid=vote]").first().getAttribute("data-arena");
  return arenaOf(id ?? "");
}
