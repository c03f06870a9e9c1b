import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { arenaOf, Driver } from "./support/driver.ts";
import { Fingers, middleOf } from "./support/fingers.ts";
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

/** So near (tiles) to a place beside somebody, one hears them as loud as they are. */
const AT_EASE = 2;

const server = useServer();
const open = useBrowser({ renderer: "canvas", args: FAKE_MICROPHONE });

/** Waits until a page is connected with the one other. */
function isConnected(page: Page): Promise<unknown> {
  return until(page, () => window.pushback.voice.peers[0]?.connected === true, undefined);
}

/** Waits until a page hears a beep of somebody. */
function hears(page: Page): Promise<unknown> {
  return until(
    page,
    (beep) => window.pushback.voice.peers.some(({ connected, level }) => connected && level > beep),
    BEEP,
  );
}

/** Waits until what was under way has been heard: a microphone of a test beeps once a second, so this is longer than its silence. */
function fallsSilent(page: Page): Promise<void> {
  return page.evaluate(async () => {
    let since = performance.now();
    while (performance.now() - since < 1500) {
      if (window.pushback.voice.peers.some(({ level }) => level >= 0.001)) since = performance.now();
      await new Promise((next) => setTimeout(next, 20));
    }
  });
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

// Three quarters of a minute: for the night. The telephone below shows by day that voice is there.
it.runIf(NIGHTLY)(
  "two players hear each other while they hold the key, unless one is far, muted or gone",
  async () => {
    const { url } = server();
    const ann = await open(url, plainLooks(url, "Ann"));
    await createByDialog(ann.page, "Meadow", 0);
    const { room } = await figures(ann.page);
    const proxy = await DelayProxy.start({ targetPort: server().port });
    onTestFinished(() => proxy.close());
    const ben = await open(proxy.url, plainLooks(proxy.url, "Ben"));
    await joinByCode(ben.page, room ?? "");
    await inMatch(ben.page);
    expect((await figures(ben.page)).voice).toEqual({ on: false, speaks: false, peers: [] });

    await turnOn(ann.page);
    await turnOn(ben.page);
    for (const { page } of [ann, ben]) await isConnected(page);
    // They appear on opposite sides of the meadow, and who is far is not heard.
    await ann.page.keyboard.down("KeyV");
    await until(ann.page, () => window.pushback.voice.speaks, undefined);
    expect((await figures(ben.page)).voice.peers[0]?.volume).toBe(0);
    expect(await loudest(ben.page)).toBeLessThan(BEEP / 2);

    const { x = 0, y = 0 } = (await figures(ann.page)).own ?? {};
    await new Driver(ben.page).walkTo(arenaOf("meadow"), { x, y: y + 2 }, AT_EASE);
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

    // Who drops out is gone for the others, and back in voice as soon as in the match.
    await ben.page.keyboard.up("KeyV");
    proxy.refuse();
    proxy.cut();
    await until(ann.page, () => window.pushback.voice.peers.length === 0, undefined);
    proxy.accept();
    for (const { page } of [ann, ben]) await isConnected(page);
    await ben.page.keyboard.down("KeyV");
    await hears(ann.page);

    // Whoever leaves is heard no longer; the microphone of who stays is still theirs to turn off.
    await ben.page.close();
    await until(ann.page, () => window.pushback.voice.peers.length === 0, undefined);
    expect((await figures(ann.page)).voice.on).toBe(true);
    ann.expectClean();
  },
);

/** A telephone whose microphone is not there while `window.missing` is true, and not allowed until `window.allowed` is. */
const ASKS = `
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (what) => {
    if (window.allowed) return ask(what);
    throw new DOMException("no", window.missing ? "NotFoundError" : "NotAllowedError");
  };
`;

it("on a telephone it says why there is no microphone, and talks while a finger holds the button", async () => {
  const { url } = server();
  const opened = await open(url, {
    ...plainLooks(url, "Eve"),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    beforeLoad: ASKS,
  });
  const { page } = opened;
  await createByDialog(page, "Meadow", 0);
  await page.getByTestId("pause").tap();
  await page.getByTestId("voice").tap();
  const trouble = page.getByTestId("voice-trouble");
  await page.getByTestId("voice-on").tap();
  await trouble.getByText("The microphone is not allowed here").waitFor({ timeout: PATIENCE });
  await page.evaluate(() => Object.assign(window, { missing: true }));
  await page.getByTestId("voice-on").tap();
  await trouble.getByText("There is no microphone").waitFor({ timeout: PATIENCE });
  await opened.screenshot("voice-telephone-trouble");
  await page.evaluate(() => Object.assign(window, { allowed: true }));
  await page.getByTestId("voice-on").tap();
  await page.getByTestId("voice-off").waitFor({ timeout: PATIENCE });
  await opened.screenshot("voice-telephone-on");
  await page.getByTestId("voice-done").tap();
  await page.getByTestId("resume").tap();

  const fingers = await Fingers.on(page);
  await page.getByTestId("voice-talk").waitFor({ timeout: PATIENCE });
  await fingers.down(1, await middleOf(page.getByTestId("voice-talk")));
  await until(page, () => window.pushback.voice.speaks, undefined);
  await opened.screenshot("voice-telephone-speaks");
  await fingers.up(1);
  await until(page, () => !window.pushback.voice.speaks, undefined);
  opened.expectClean();
});
