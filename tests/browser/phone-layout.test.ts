import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { inMatch, PATIENCE, plainLooks } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const SHAPES = [
  [320, 568],
  [568, 320],
  [390, 844],
  [844, 390],
  [667, 375],
  [768, 1024],
  [1024, 768],
] as const;

/** Puts the aiming stick down all over its zone, pulls it all ways, and returns what it ever covered of the buttons. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const zone = document.querySelector('[data-testid="touch-aim"]');
    const stick = zone?.querySelector(".stick-base");
    const knob = zone?.querySelector(".stick-knob");
    if (!(zone instanceof HTMLElement) || !stick || !knob) return ["there is no stick"];
    zone.setPointerCapture = () => {};
    const area = zone.getBoundingClientRect();
    const found: string[] = [];
    const fire = (type: string, x: number, y: number) =>
      zone.dispatchEvent(
        new PointerEvent(type, { pointerId: 7, pointerType: "touch", clientX: x, clientY: y, bubbles: true }),
      );
    for (let across = 0; across <= 4; across++) {
      for (let down = 0; down <= 4; down++) {
        const x = area.left + (area.width * across) / 4;
        const y = area.top + (area.height * down) / 4;
        fire("pointerdown", x, y);
        for (const [dx, dy] of [
          [0, 0],
          [-300, 0],
          [0, -300],
          [-300, -300],
          [300, 0],
        ] as const) {
          fire("pointermove", x + dx, y + dy);
          for (const button of ["touch-dash", "touch-brace"]) {
            const ring = document.querySelector(`[data-testid="${button}"]`)?.getBoundingClientRect();
            if (ring === undefined) return ["there is no button"];
            for (const part of [stick, knob]) {
              const box = part.getBoundingClientRect();
              const gap = Math.hypot(
                (box.left + box.right - ring.left - ring.right) / 2,
                (box.top + box.bottom - ring.top - ring.bottom) / 2,
              );
              if (gap < (box.width + ring.width) / 2)
                found.push(`${part.className} over ${button} at ${x}, ${y}`);
            }
          }
        }
        fire("lostpointercapture", x, y);
      }
    }
    return found;
  });
}

/** What of these elements is not wholly on the screen, or lies under another one. */
function outOfSight(page: Page, ids: readonly string[]): Promise<string[]> {
  return page.evaluate((wanted) => {
    return wanted.filter((id) => {
      const all = [...document.querySelectorAll(`[data-testid="${id}"]`)];
      const scope = document.querySelector("dialog[open]") ?? document.body;
      const element = all.find((each) => scope.contains(each));
      const box = element?.getBoundingClientRect();
      if (element === undefined || box === undefined || box.width < 40) return true;
      const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      return !inside || top === null || !element.contains(top);
    });
  }, ids);
}

describe("on telephones and tablets", () => {
  it("the aiming stick never covers a button, and everything of the HUD and its menu can be reached", async () => {
    const { url } = server();
    const opener = await createRoom(server(), { arena: "meadow", name: "Opener" });
    const touch = {
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 1,
      viewport: { width: 390, height: 844 },
    };
    const opened = await open(`${url}/?room=${opener.room.roomId}&join=1`, {
      ...plainLooks(url, "Ann"),
      ...touch,
    });
    const { page } = opened;
    await inMatch(page);
    await page.getByTestId("touch").waitFor({ timeout: PATIENCE });
    for (const [width, height] of SHAPES) {
      await page.setViewportSize({ width, height });
      const name = `${width}x${height}`;
      expect(await covered(page), name).toEqual([]);
      expect(await outOfSight(page, ["copy-link", "pause", "touch-dash", "touch-brace"]), name).toEqual([]);
      await opened.screenshot(`touch-${name}`);
    }
    for (const [width, height] of [
      [844, 390],
      [667, 375],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.getByTestId("pause").tap();
      await page.getByTestId("pause-dialog").waitFor({ timeout: PATIENCE });
      await opened.screenshot(`pause-${width}x${height}`);
      expect(
        await outOfSight(page, ["resume", "copy-link", "settings", "leave"]),
        `${width}x${height}`,
      ).toEqual([]);
      await page.getByTestId("resume").tap();
      await page.getByTestId("pause-dialog").waitFor({ state: "detached", timeout: PATIENCE });
    }
    opened.expectClean();
    await opener.leave();
  });
});
