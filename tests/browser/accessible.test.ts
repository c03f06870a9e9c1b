import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { inMatch, PATIENCE, plainLooks, until, withSettings } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

/** Least contrast of text of this size, https://www.w3.org/TR/WCAG22/#contrast-minimum. */
const CONTRAST_MIN = 4.5;

const DIALOGS = [
  ["create", "create-dialog"],
  ["rooms", "rooms-dialog"],
  ["how-to-play", "help-dialog"],
  ["settings", "settings-dialog"],
] as const;

function shown(page: Page, testId: string): Promise<void> {
  return page.getByTestId(testId).waitFor({ timeout: PATIENCE });
}

/** Placeholders that are shown, with the contrast of each with its field, computed from the computed styles. */
function placeholderContrasts(page: Page): Promise<{ text: string; contrast: number }[]> {
  return page.evaluate(() => {
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    const luminance = (color: string) => {
      const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return [...document.querySelectorAll("input[placeholder]")].map((field) => {
      const [low = 0, high = 0] = [
        luminance(getComputedStyle(field, "::placeholder").color),
        luminance(getComputedStyle(field).backgroundColor),
      ].sort((a, b) => a - b);
      return { text: field.getAttribute("placeholder") ?? "", contrast: (high + 0.05) / (low + 0.05) };
    });
  });
}

/**
 * What of the topmost dialogue, or of the screen, is cut off at a side, does not come into sight by scrolling, or stands
 * beside something else in a window that is too narrow for two columns.
 */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scope = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.querySelector(".screen");
    if (!scope) return ["nothing is open"];
    const found: string[] = [];
    if ((document.scrollingElement?.scrollWidth ?? 0) > innerWidth) found.push("the page scrolls sideways");
    const parts = scope.querySelectorAll(
      "button, a[href], input, h1, h2, h3, p, label, legend, dt, dd, output",
    );
    for (const element of parts) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(".hidden, [aria-hidden=true], output.hidden") !== null) continue;
      const frame = element.closest("label") ?? element;
      frame.scrollIntoView({ block: "center" });
      const box = frame.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const name = `${element.tagName} ${element.getAttribute("data-testid") ?? element.textContent?.trim()}`;
      if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(`${name} sticks out sideways`);
      if (box.bottom <= 0 || box.top >= innerHeight) found.push(`${name} never comes into sight`);
      const text = element instanceof HTMLElement ? element : undefined;
      if (text && text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== "inline")
        found.push(`the text of ${name} is cut off: ${text.scrollWidth} in ${text.clientWidth}`);
      const middle = document.elementFromPoint(
        (box.left + box.right) / 2,
        Math.min(innerHeight - 1, Math.max(1, (box.top + box.bottom) / 2)),
      );
      if (middle && !frame.contains(middle) && !middle.contains(frame)) found.push(`${name} is covered`);
    }
    return found;
  });
}

describe("a window of 320 pixels", () => {
  it.each([
    ["as narrow as a small telephone", { width: 320, height: 568 }],
    ["as a laptop at 400 %", { width: 320, height: 180 }],
  ])("shows the menu and all dialogues in one usable column, %s", async (_name, viewport) => {
    const { url } = server();
    const room = await createRoom(server(), { bots: 1, name: "Somebody" });
    const opened = await open(url, { ...plainLooks(url, "Ann"), viewport });
    const { page } = opened;
    await shown(page, "play");
    expect(await cutOff(page)).toEqual([]);
    const columns = await page.getByTestId("menu").evaluate((menu) => {
      return getComputedStyle(menu).gridTemplateColumns.split(" ").length;
    });
    expect(columns).toBe(1);
    for (const [button, dialog] of DIALOGS) {
      await page.getByTestId(button).click();
      await shown(page, dialog);
      if (dialog === "rooms-dialog") await page.getByTestId("room").first().waitFor({ timeout: PATIENCE });
      expect(await cutOff(page), dialog).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByTestId(dialog).waitFor({ state: "detached", timeout: PATIENCE });
    }
    await page.getByTestId("settings").click();
    await page.getByTestId("simulate").click();
    await shown(page, "network-dialog");
    expect(await cutOff(page), "network-dialog").toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByTestId("join-code").fill(room.room.roomId);
    await page.getByTestId("join").click();
    await inMatch(page);
    await page.keyboard.press("Escape");
    await shown(page, "pause-dialog");
    expect(await cutOff(page), "pause-dialog").toEqual([]);
    opened.expectClean();
    await room.leave();
  });
});

describe("the page", () => {
  it("may be zoomed, and its placeholders can be read", async () => {
    const { url } = server();
    const { page } = await open(url, plainLooks(url, ""));
    await page.getByTestId("create").click();
    await shown(page, "create-dialog");
    const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
    expect(viewport).not.toMatch(/user-scalable|maximum-scale/);
    // Fingers that play do not zoom.
    expect(await page.locator("#stage").evaluate((stage) => getComputedStyle(stage).touchAction)).toBe(
      "none",
    );
    const contrasts = await placeholderContrasts(page);
    expect(contrasts.map(({ text }) => text)).toEqual(expect.arrayContaining(["Player", "CODE"]));
    expect(contrasts.filter(({ contrast }) => contrast < CONTRAST_MIN)).toEqual([]);
  });
});

describe("less motion", () => {
  /** Animations of the page that go on for ever, or that move something. */
  const moving = (page: Page) =>
    page.evaluate(
      () =>
        document.getAnimations().filter(({ effect }) => {
          const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
          return frames.some((frame) => "transform" in frame);
        }).length,
    );

  it("is what the system asks for, until the player says otherwise", async () => {
    const { url } = server();
    const opened = await open(url, { ...withSettings(url, { name: "Ann" }), reducedMotion: "reduce" });
    const { page } = opened;
    await page.getByTestId("settings").click();
    await page.getByTestId("motion-hint").getByText("Your system asks for less motion").waitFor();
    expect(await page.getByTestId("settings-shake").count()).toBe(0);
    expect(await moving(page)).toBe(0);
    await page.getByTestId("settings-motion").getByText("Full", { exact: true }).click();
    await shown(page, "settings-shake");
    await until(page, () => document.documentElement.dataset.motion === "full", undefined);
    await page.getByTestId("settings-motion").getByText("As the system").click();
    await shown(page, "motion-hint");
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await shown(page, "settings-shake");
    await until(page, () => document.getAnimations().length > 0, undefined);
    expect(await moving(page)).toBeGreaterThan(0);
    opened.expectClean();
  });
});
