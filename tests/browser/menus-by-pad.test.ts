import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { byId, FakePad, outOfReach, untilFocused } from "./support/fake-pad.ts";
import { figures, inMatch, PATIENCE, plainLooks, ticksLater, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

async function visitMenu(viewport = { width: 1280, height: 720 }) {
  const { url } = server();
  const opened = await open(url, { ...plainLooks(url, "Ann"), viewport });
  await opened.page.getByTestId("play").waitFor({ timeout: PATIENCE });
  return { opened, page: opened.page, pad: await FakePad.on(opened.page) };
}

function shown(page: Page, testId: string): Promise<void> {
  return page.getByTestId(testId).waitFor({ timeout: PATIENCE });
}

function gone(page: Page, testId: string): Promise<void> {
  return page.getByTestId(testId).waitFor({ state: "detached", timeout: PATIENCE });
}

/** Nothing that a press of a menu could have leaked: no push, and none being charged. */
async function expectNoPush(page: Page): Promise<void> {
  await ticksLater(page, 20);
  const { events, own, sessionId } = await figures(page);
  expect(own?.action).toBe(0);
  expect(events.filter(({ type, id }) => id === sessionId && type === "push")).toEqual([]);
}

describe("a gamepad alone", () => {
  it("goes through the menu, settings and a new room into a match, out of it and into a friend's", async () => {
    const { opened, page, pad } = await visitMenu();
    expect(await page.getByTestId("pad-prompts").count()).toBe(0);
    await pad.press("a");
    await shown(page, "pad-prompts");
    await untilFocused(page, byId("play"));
    const { outlineStyle, outlineWidth } = await page
      .getByTestId("play")
      .evaluate((element) => getComputedStyle(element));
    expect([outlineStyle, outlineWidth]).toEqual(["solid", "4px"]);

    await pad.choose(byId("settings"));
    await shown(page, "settings-dialog");
    await pad.goTo(byId("settings-sound"));
    await pad.press("left", 2);
    await until(page, () => document.activeElement?.getAttribute("aria-valuetext") === "60 %", undefined);
    await pad.choose(byId("settings-names"));
    expect(await page.getByTestId("settings-names").isChecked()).toBe(false);
    await pad.goTo(`${byId("settings-colors")} input:checked`);
    await pad.press("right");
    await page.getByTestId("settings-colors").locator("[value=safe]:checked").waitFor({ state: "attached" });
    // A key that is asked for is no trap: B leaves it as it is.
    await pad.choose(byId("key-dash-0"));
    await page.getByTestId("key-dash-0").getByText("Press").waitFor({ timeout: PATIENCE });
    await pad.press("b");
    await page.getByTestId("key-dash-0").getByText("Press").waitFor({ state: "detached", timeout: PATIENCE });
    await shown(page, "settings-dialog");
    await pad.press("b");
    await gone(page, "settings-dialog");
    await untilFocused(page, byId("settings"));

    await pad.choose(byId("create"));
    await shown(page, "create-dialog");
    await untilFocused(page, byId("create-submit"));
    await pad.choose(byId("create-name"));
    await shown(page, "pad-keyboard");
    await pad.press("b");
    await gone(page, "pad-keyboard");
    await pad.choose(byId("create-submit"));
    await shown(page, "lobby");
    await untilFocused(page, byId("start"));
    await pad.goTo(byId("set-up-bots"));
    await pad.press("left");
    await page.getByTestId("guest").nth(2).waitFor({ state: "attached", timeout: PATIENCE });
    await pad.press("b");
    await shown(page, "pause-dialog");
    await pad.press("b");
    await gone(page, "pause-dialog");
    await pad.choose(byId("start"));
    await inMatch(page);
    for (const way of ["start", "b", "a"] as const) {
      await pad.press("start");
      await shown(page, "pause-dialog");
      await untilFocused(page, byId("resume"));
      await shown(page, "pad-prompts");
      await pad.press(way);
      await gone(page, "pause-dialog");
      await expectNoPush(page);
      expect(await page.getByTestId("pause-dialog").count()).toBe(0);
    }
    // What is held keeps quiet; the stick is the game's again.
    const { x: before = Number.NaN } = (await figures(page)).own ?? {};
    await pad.sticks(1, 0, 0, 0);
    await until(page, (from) => Math.abs((window.pushback.own?.x ?? from) - from) > 0.3, before);
    await pad.sticks(0, 0, 0, 0);

    await pad.press("start");
    await shown(page, "pause-dialog");
    await pad.choose(byId("settings"));
    await shown(page, "settings-dialog");
    await pad.press("b");
    await shown(page, "pause-dialog");
    await pad.choose(byId("leave"));
    await shown(page, "menu");

    const friend = await createRoom(server(), { arena: "meadow" });
    await pad.choose(byId("join-code"));
    await shown(page, "pad-keyboard");
    for (const sign of friend.room.roomId) {
      await page
        .getByTestId("pad-keyboard")
        .locator(".pad-key", { hasText: new RegExp(sign, "i") })
        .waitFor();
      await page.evaluate((wanted) => {
        for (const key of document.querySelectorAll(".pad-key"))
          key.toggleAttribute("data-wanted", key.textContent?.toLowerCase() === wanted.toLowerCase());
      }, sign);
      await pad.choose("[data-wanted]");
    }
    await pad.press("start");
    await gone(page, "pad-keyboard");
    await pad.choose(byId("join"));
    expect((await inMatch(page)).room).toBe(friend.room.roomId);
    opened.expectClean();
    await friend.leave();
  });

  it("is silent as soon as a mouse is used, and a held direction repeats", async () => {
    const { opened, page, pad } = await visitMenu();
    await pad.press("a");
    await pad.choose(byId("how-to-play"));
    await shown(page, "help-dialog");
    await page.getByTestId("help-device").locator("[value=pad]:checked").waitFor({ state: "attached" });
    await pad.press("start");
    await gone(page, "help-dialog");
    await pad.choose(byId("settings"));
    await pad.goTo(byId("settings-sound"));
    await pad.sticks(-1, 0, 0, 0);
    await until(page, () => document.activeElement?.getAttribute("aria-valuetext") === "off", undefined);
    await pad.sticks(0, 0, 0, 0);
    await page.mouse.move(100, 100);
    await page.mouse.move(200, 160, { steps: 3 });
    await gone(page, "pad-prompts");
    opened.expectClean();
  });
});

describe("every menu", () => {
  it.each([
    { what: "a window of 320 pixels", viewport: { width: 320, height: 600 } },
    ...(NIGHTLY ? [{ what: "a laptop", viewport: { width: 1280, height: 720 } }] : []),
  ])("has no corner that arrow keys or a pad do not reach, in $what", async ({ viewport }) => {
    const host = await createRoom(server(), { bots: 1, password: "x" });
    const { opened, page } = await visitMenu(viewport);
    await page.keyboard.press("ArrowDown");
    await untilFocused(page, byId("play"));
    expect(await outOfReach(page)).toEqual([]);
    for (const [button, dialog] of [
      ["create", "create-dialog"],
      ["rooms", "rooms-dialog"],
      ["how-to-play", "help-dialog"],
      ["settings", "settings-dialog"],
    ] as const) {
      await page.getByTestId(button).click();
      await shown(page, dialog);
      if (dialog === "rooms-dialog") await page.getByTestId("room").first().waitFor({ timeout: PATIENCE });
      expect(await outOfReach(page), dialog).toEqual([]);
      await page.keyboard.press("Escape");
      await gone(page, dialog);
    }
    await page.getByTestId("settings").click();
    await page.getByTestId("simulate").click();
    await shown(page, "network-dialog");
    expect(await outOfReach(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await gone(page, "network-dialog");
    await page.keyboard.press("Escape");
    await page.getByTestId("play").press("Enter");
    await inMatch(page);
    await page.keyboard.press("Escape");
    await shown(page, "pause-dialog");
    expect(await outOfReach(page)).toEqual([]);
    await page.getByTestId("dress").click();
    await shown(page, "dress-dialog");
    expect(await outOfReach(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await gone(page, "dress-dialog");
    await page.getByTestId("invite").click();
    await shown(page, "invite-dialog");
    expect(await outOfReach(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await gone(page, "invite-dialog");
    await page.getByTestId("leave").click();
    await page.getByTestId("create").click();
    await page.getByTestId("create-submit").click();
    await shown(page, "lobby");
    expect(await outOfReach(page), "lobby").toEqual([]);
    opened.expectClean();
    await page.goto(`${server().url}/?room=${host.room.roomId}`);
    await shown(page, "card-join");
    await page.getByTestId("card-password").fill("x");
    await page.keyboard.press("ArrowDown");
    expect(await outOfReach(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await shown(page, "menu");
  });
});
