import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ensureFirefox, ensureWebKit, FIREFOX_MISSING, WEBKIT_MISSING } from "../../tools/other-browsers.ts";
import { createRoom, type TestPlayer } from "../support/game.ts";
import { ROOT } from "../support/layers/project-files.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { openFirefox } from "./support/others/firefox.ts";
import { type OtherPage, untilTrue } from "./support/others/other-page.ts";
import { openWebKit } from "./support/others/webkit.ts";
import { useServer } from "./support/server.ts";
import { useFiles } from "./support/static-host.ts";

const SCREENSHOTS = join(import.meta.dirname, "../../artifacts/screenshots");
/** Tiles to the side that show that a key moves the character, and not a neighbour. */
const MOVED = 1;

const server = useServer();
// Firefox has no candidate of the loopback: over WebRTC it must reach the server by another address of this machine.
const reachable = useServer({ HOST: "0.0.0.0" });

let page: OtherPage | undefined;
let host: TestPlayer | undefined;
afterEach(async () => {
  await page?.close();
  await host?.leave();
  page = undefined;
  host = undefined;
});

/** Plays a match over a transport, from the link to the results, as a visitor of a browser would. */
async function playsMatch(opened: OtherPage, name: string, transport: string): Promise<void> {
  page = opened;
  const running = transport === "webrtc" ? reachable() : server();
  const url = `http://127.0.0.1:${running.port}`;
  host = await createRoom(running, { name: "Host", bots: 2, botSkill: "easy", arena: "meadow" });
  const { roomId } = host.room;
  await opened.goTo(`${url}/?room=${roomId}&join=1&name=Ann&transport=${transport}`);
  await untilTrue(opened, "a match", "window.pushback?.screen === 'match' && window.pushback.own");
  await untilTrue(opened, "the play", "window.pushback.phase === 'playing'");
  // Before the first frame of a match the figures say what is usual.
  await untilTrue(opened, `a match over ${transport}`, `window.pushback.transport === "${transport}"`);
  expect(await opened.evaluate("window.pushback.others.length")).toBeGreaterThanOrEqual(2);

  const from = await opened.evaluate<number>("window.pushback.own.x");
  const key = from < 15 ? "d" : "a";
  await opened.key(key, true);
  await untilTrue(opened, "a step", `Math.abs(window.pushback.own.x - ${from}) > ${MOVED}`);
  await opened.key(key, false);
  await untilTrue(opened, "a push", "window.pushback.events.some(({ type }) => type === 'push')");
  await mkdir(SCREENSHOTS, { recursive: true });
  await opened.screenshot(join(SCREENSHOTS, `${name}-${transport}-match.png`));

  host.room.send("endMatch");
  await untilTrue(opened, "the results", "document.querySelector('[data-testid=results]')");
  await opened.screenshot(join(SCREENSHOTS, `${name}-${transport}-results.png`));
  expect(await opened.problems()).toEqual([]);
}

/** Practises from nothing but files: an exercise, and a match of a mode that is chosen in the menu. */
async function practises(opened: OtherPage, name: string, url: string): Promise<void> {
  page = opened;
  const click = (element: string) =>
    untilTrue(
      opened,
      element,
      `(() => { const it = document.querySelector("${element}"); it?.click(); return it; })()`,
    );
  const shows = (element: string) => untilTrue(opened, element, `document.querySelector("${element}")`);
  await mkdir(SCREENSHOTS, { recursive: true });
  await opened.goTo(`${url}?name=Ann`);
  await click("[data-testid=practice]");
  await untilTrue(opened, "an exercise", "window.pushback?.screen === 'match' && window.pushback.own");
  await untilTrue(opened, "a room of the page", "window.pushback.transport === 'local'");
  const from = await opened.evaluate<number>("window.pushback.own.x");
  const key = from < 15 ? "d" : "a";
  await opened.key(key, true);
  await untilTrue(opened, "a step", `Math.abs(window.pushback.own.x - ${from}) > ${MOVED}`);
  await opened.key(key, false);
  // Bots wait: nobody disturbs what is foreseen.
  expect(await opened.evaluate("window.pushback.maxPredictionError")).toBe(0);
  await opened.screenshot(join(SCREENSHOTS, `${name}-practice.png`));

  await click("[data-testid=practice-options]");
  await click("[data-testid=practice-drill] [value=match]");
  await click("[data-testid=practice-mode] [value=hill]");
  await shows("[data-testid=practice-mode] [value=hill]:checked");
  await click("[data-testid=practice-done]");
  await untilTrue(opened, "a match", "window.pushback.phase === 'countdown'");
  await untilTrue(opened, "the play", "window.pushback.phase === 'playing'");
  await untilTrue(opened, "a push", "window.pushback.events.some(({ type }) => type === 'push')");
  await opened.screenshot(join(SCREENSHOTS, `${name}-practice-hill.png`));
  expect(await opened.problems()).toEqual([]);
}

describe.runIf(NIGHTLY)("Firefox", () => {
  const files = useFiles(join(ROOT, "dist/client"), "/");

  it("practises without a server", async () => {
    const path = ensureFirefox();
    if (path === undefined) throw new Error(FIREFOX_MISSING);
    await practises(await openFirefox(path), "firefox", files().url);
  });

  it.each(["websocket", "webrtc", "sse"])("plays a match over %s", async (transport) => {
    const path = ensureFirefox();
    if (path === undefined) throw new Error(FIREFOX_MISSING);
    await playsMatch(await openFirefox(path), "firefox", transport);
  });
});

describe.runIf(NIGHTLY)("WebKit", () => {
  const files = useFiles(join(ROOT, "dist/client"), "/");

  it("practises without a server", async () => {
    const programs = ensureWebKit();
    if (programs === undefined) throw new Error(WEBKIT_MISSING);
    await practises(await openWebKit(programs), "webkit", files().url);
  });

  it.each(["websocket", "sse"])("plays a match over %s", async (transport) => {
    const programs = ensureWebKit();
    if (programs === undefined) throw new Error(WEBKIT_MISSING);
    await playsMatch(await openWebKit(programs), "webkit", transport);
  });
});
