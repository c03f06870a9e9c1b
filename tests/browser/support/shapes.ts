import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { OpenedPage } from "./browser.ts";
import { until } from "./game-page.ts";

/** A device, and the sizes (CSS pixels) that its window has: a telephone is turned around. */
export interface Device {
  readonly phone: boolean;
  readonly shapes: Readonly<Record<string, { width: number; height: number }>>;
}
export const LAPTOP: Device = { phone: false, shapes: { laptop: { width: 1280, height: 720 } } };
export const PHONE: Device = {
  phone: true,
  shapes: { portrait: { width: 390, height: 844 }, landscape: { width: 844, height: 390 } },
};

/** Both, with a name for tests. */
export const DEVICES = [
  ["laptop", LAPTOP],
  ["telephone", PHONE],
] as const;

/** What a person would have to scroll sideways for, or could not press: nothing, on every screen. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth = 0 } = document.scrollingElement ?? {};
    if (scrollWidth > innerWidth)
      found.push(`the page is ${scrollWidth} px wide in a window of ${innerWidth}`);
    for (const element of document.querySelectorAll("button, input, [role=timer], h1, h2")) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { left, right, width, height } = element.getBoundingClientRect();
      const hidden = width <= 1 || height <= 1 || element.closest(".hidden") !== null;
      const name = element.getAttribute("data-testid") ?? element.textContent?.trim() ?? element.tagName;
      if (!hidden && (left < -1 || right > innerWidth + 1))
        found.push(`${name}: from ${left} to ${right} px`);
    }
    for (const dialog of document.querySelectorAll("dialog[open] .dialog-body, .scores-scroll")) {
      if (dialog.scrollWidth > dialog.clientWidth + 1) found.push(`${dialog.className} scrolls sideways`);
    }
    return found;
  });
}

/** Waits until what moves on the page for a moment has come to rest, and the canvas has the size of the window. */
async function settle(page: Page): Promise<void> {
  await until(
    page,
    () => {
      const { width, height } = document.querySelector("#stage canvas")?.getBoundingClientRect() ?? {};
      const passing = document.getAnimations().filter(({ effect }) => {
        const { iterations, progress } = effect?.getComputedTiming() ?? {};
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        // What lies over a match moves as long as the match does.
        const inMatch = target?.closest("[data-testid=hud]") != null;
        return !inMatch && iterations !== Number.POSITIVE_INFINITY && progress !== null && progress !== 1;
      });
      return width === innerWidth && height === innerHeight && passing.length === 0;
    },
    undefined,
  );
}

/** Keeps the screen as a picture in each shape of the device, and makes sure that it fits. */
export async function keep(opened: OpenedPage, name: string, { shapes }: Device): Promise<void> {
  const { page } = opened;
  for (const [shape, size] of Object.entries(shapes)) {
    await page.setViewportSize(size);
    await settle(page);
    expect(await misfits(page), `${name} on ${shape}`).toEqual([]);
    await opened.screenshot(`${name}-${shape}`);
  }
}
