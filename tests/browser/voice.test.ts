import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./support/browser.ts";
import { arenaOf, Driver } from "./support/driver.ts";
import {
  createByDialog,
  figures,
  inMatch,
  joinByCode,
  PATIENCE,
  plainLooks,
  until,
} from "./support/game-page.ts";
import { useServer } from "./support/server.ts";
import { FAKE_MICROPHONE, turnOn } from "./support/talking.ts";

/** Level (RMS) of a beep at least; silence is 0, what is faded out is a hundredth of it. */
const BEEP = 0.01;

const server = useServer();
const open = useBrowser({ renderer: "canvas", args: FAKE_MICROPHONE });

/** Waits until a page hears a beep of somebody. */
function hears(page: Page): Promise<unknown> {
  return until(
    page,
    (beep) => window.pushback.voice.peers.some(({ connected, level }) => connected && level > beep),
    BEEP,
  );
}

/** Waits until what was under way has been heard, and the volume has fallen: a fraction of a second. */
function fallsSilent(page: Page): Promise<unknown> {
  return until(page, () => window.pushback.voice.peers.every(({ level }) => level < 0.001), undefined);
}

/** The loudest that a page hears within two seconds, in which the microphone of a test beeps twice. */
function loudest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let max = 0;
    const until = performance.now() + 2000;
    while (performance.now() < until) {
      for (const { level } of window.pushback.voice.peers) max = Math.max(max, level);
      await new Promise((next) => setTimeout(next, 20));
    }
    return max;
  });
}

// It has failed once beside other work on the machine, and why is not known yet: until then it is a test of the night.
it.runIf(process.env.NIGHTLY === "1")(
  "two players hear each other while they hold the key, unless one is muted, hidden or gone",
  async () => {
    const { url } = server();
    const ann = await open(url, plainLooks(url, "Ann"));
    await createByDialog(ann.page, "Meadow", 0);
    const { room } = await figures(ann.page);
    const ben = await open(url, plainLooks(url, "Ben"));
    await joinByCode(ben.page, room ?? "");
    await inMatch(ben.page);
    expect((await figures(ben.page)).voice).toEqual({ on: false, speaks: false, peers: [] });

    await turnOn(ann.page);
    await turnOn(ben.page);
    for (const { page } of [ann, ben])
      await until(page, () => window.pushback.voice.peers[0]?.connected === true, undefined);
    // They appear on opposite sides of the meadow, and who is far is not heard.
    await ann.page.keyboard.down("KeyV");
    await until(ann.page, () => window.pushback.voice.speaks, undefined);
    expect((await figures(ben.page)).voice.peers[0]?.volume).toBe(0);
    expect(await loudest(ben.page)).toBeLessThan(BEEP / 2);

    const { x = 0, y = 0 } = (await figures(ann.page)).own ?? {};
    await new Driver(ben.page).walkTo(arenaOf("meadow"), { x, y: y + 2 });
    await hears(ben.page);
    await ben.page.getByTestId("voice-mark").first().waitFor({ timeout: PATIENCE });
    await ann.screenshot("voice-speaks");
    await ben.screenshot("voice-hears");
    await ann.page.keyboard.up("KeyV");
    await until(ann.page, () => !window.pushback.voice.speaks, undefined);
    await fallsSilent(ben.page);
    expect(await loudest(ben.page)).toBeLessThan(BEEP / 2);

    // The host's word holds on every page.
    await ben.page.keyboard.down("KeyV");
    await hears(ann.page);
    await ann.page.keyboard.press("Escape");
    await ann.page.getByTestId("people").click();
    await ann.page.getByTestId("guest-more").last().click();
    await ann.page.getByTestId("mute").last().click();
    await until(ben.page, () => !window.pushback.voice.speaks, undefined);
    await until(ann.page, () => window.pushback.voice.peers[0]?.volume === 0, undefined);
    await fallsSilent(ann.page);
    expect(await loudest(ann.page)).toBeLessThan(BEEP / 2);
    await ann.page.getByTestId("mute").last().click();
    await until(ben.page, () => window.pushback.voice.speaks, undefined);
    await hears(ann.page);

    // Whoever leaves is heard no longer; the microphone of who stays is still theirs to turn off.
    await ben.page.close();
    await until(ann.page, () => window.pushback.voice.peers.length === 0, undefined);
    expect((await figures(ann.page)).voice.on).toBe(true);
    ann.expectClean();
  },
);
