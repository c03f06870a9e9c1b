import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { english } from "#client/words/english/english.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { framesLater, inMatch, PATIENCE, plainLooks, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";
import { forbidding, without } from "./support/take-away.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

interface Row {
  /** What the browser is without. */
  what: string;
  /** How it is taken away. */
  take: string;
  /** What the settings say about it. */
  said?: readonly (keyof typeof english.settings.lacks)[];
  /** Complaints that are meant. */
  expected?: readonly RegExp[];
  /** What else must hold in the match. */
  also?(page: Page): Promise<void>;
}

const THREADS: Row = { what: "threads", take: without("Worker"), said: ["threads"] };
const STORAGE: Row = {
  what: "storage",
  take: forbidding("localStorage", "sessionStorage"),
  said: ["storage"],
};
const FULL_STORAGE: Row = {
  what: "room in its storage",
  take: `Storage.prototype.setItem = () => { throw new DOMException("It is full.", "QuotaExceededError"); };`,
  said: ["storage"],
};
// Firefox has them over https only, and a room on a local network comes over http.
const GAMEPADS: Row = {
  what: "gamepads",
  take: without("Navigator.prototype.getGamepads"),
  said: ["gamepads"],
};
const WEBSOCKET: Row = {
  what: "WebSocket",
  take: without("WebSocket"),
  also: (page) => saysWhy(page, "This browser has no WebSocket, so the match comes over server-sent events."),
};
const CLIPBOARD: Row = {
  what: "clipboard",
  take: without("Navigator.prototype.clipboard", "Document.prototype.execCommand"),
  async also(page) {
    // The small window has no room for the chip.
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByTestId("copy-link").click();
    await page.getByText("Copy failed").waitFor({ timeout: PATIENCE });
  },
};

/** What a page is likely to miss in the field: old telephones, private windows, locked-down machines, plain http. */
const COMMON: readonly Row[] = [THREADS, STORAGE, FULL_STORAGE, GAMEPADS, WEBSOCKET, CLIPBOARD];
/** All of that at once, as far as it goes together: by day there is time for so many pages. */
const TOGETHER: readonly Row[] = [join(THREADS, STORAGE, GAMEPADS), join(FULL_STORAGE, WEBSOCKET, CLIPBOARD)];

/** What hardly any browser lacks that reads the page's scripts at all. */
const RARE: readonly Row[] = [
  { what: "sound", take: without("AudioContext"), said: ["sound"], also: hasNoSoundSettings },
  {
    what: "a loudspeaker",
    take: `window.AudioContext = function () { throw new DOMException("There is none.", "NotSupportedError"); };`,
    expected: [/The game is silent/],
  },
  { what: "canvases for threads", take: without("OffscreenCanvas", "ImageBitmapRenderingContext") },
  {
    what: "full screen",
    take: without("Document.prototype.fullscreenEnabled", "Element.prototype.requestFullscreen"),
    async also(page) {
      await page.keyboard.press("Escape");
      expect(await page.getByTestId("full-screen").count()).toBe(0);
      await page.keyboard.press("Escape");
    },
  },
  {
    what: "gamepads for this page",
    take: `Navigator.prototype.getGamepads = () => { throw new DOMException("They are kept back.", "SecurityError"); };`,
  },
  { what: "event streams", take: without("EventSource") },
  {
    what: "WebSocket and event streams",
    take: without("WebSocket", "EventSource"),
    also: (page) => until(page, () => window.pushback.transport === "long-polling", undefined).then(() => {}),
  },
  {
    what: "newer ways to end requests",
    take: without("AbortSignal.any", "AbortSignal.timeout", "WebSocket"),
  },
  { what: "newer ways to clear a canvas", take: without("CanvasRenderingContext2D.prototype.reset") },
  { what: "random names", take: without("Crypto.prototype.randomUUID", "Crypto.prototype.subtle") },
  { what: "knowledge of gestures", take: without("Navigator.prototype.userActivation") },
  {
    what: "what only telephones have",
    take: without("Navigator.prototype.vibrate", "Screen.prototype.orientation", "requestIdleCallback"),
  },
];

/** A browser that is without all of it. */
function join(...rows: readonly Row[]): Row {
  return {
    what: rows.map(({ what }) => what).join(", "),
    take: rows.map(({ take }) => take).join("\n"),
    said: rows.flatMap(({ said = [] }) => said),
    async also(page) {
      for (const row of rows) await row.also?.(page);
    },
  };
}

async function saysWhy(page: Page, sentence: string): Promise<void> {
  await until(page, (wanted) => window.pushback.transportReason === wanted, sentence);
}

async function hasNoSoundSettings(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByTestId("settings").click();
  expect(await page.getByTestId("settings-sound").count()).toBe(0);
  await page.getByTestId("settings-done").click();
}

/** Opens the page of a browser with kept settings, unless it can keep none. */
function visit(take: string, path = "/", settings = {}): Promise<OpenedPage> {
  const { url } = server();
  const { storageState, ...looks } = plainLooks(url, "Ann", { connection: "auto", ...settings });
  const keeps = !take.includes("Storage");
  return open(`${url}${path}`, {
    ...looks,
    ...(keeps && storageState ? { storageState } : {}),
    beforeLoad: take,
  });
}

describe("a browser without", () => {
  it.each(NIGHTLY ? [...COMMON, ...RARE] : TOGETHER)("$what plays all the same", async (row) => {
    const opened = await visit(row.take);
    const { page } = opened;
    await page.getByTestId("settings").click({ timeout: PATIENCE });
    expect(await page.getByText("Pushback is loading").count()).toBe(0);
    const lacks = await page.getByTestId("lacks").getByRole("listitem").allTextContents();
    // This Chromium has no WebGL either.
    await until(page, () => window.pushback.renderer === "canvas", undefined);
    for (const lack of row.said ?? []) expect(lacks).toContain(english.settings.lacks[lack]);
    await page.getByTestId("settings-done").click();
    await page.getByTestId("play").click();
    await inMatch(page);
    await page.keyboard.press("Space");
    await framesLater(page, 5);
    await row.also?.(page);
    opened.expectClean(row.expected);
  });
});

describe("a browser without WebRTC that is to use it", () => {
  const WAYS = [
    ["by the address", "/?transport=webrtc", {}],
    ["by the settings", "/", { connection: "webrtc" }],
  ] as const;
  it.each(NIGHTLY ? WAYS : WAYS.slice(0, 1))(
    "%s says so, and joins over what works",
    async (_by, path, settings) => {
      const opened = await visit(without("RTCPeerConnection"), path, settings);
      const { page } = opened;
      await page.getByTestId("play").click({ timeout: PATIENCE });
      const closed = page.getByTestId("closed");
      await closed.waitFor({ timeout: PATIENCE });
      expect(await closed.getByRole("heading").textContent()).toBe("No connection over WebRTC");
      expect(await closed.getByRole("paragraph").textContent()).toBe(
        "This browser has no WebRTC. The game plays over WebSocket too.",
      );
      expect(await page.getByTestId("retry").count()).toBe(0);
      await opened.screenshot("no-webrtc");
      await page.getByRole("button", { name: "Join over WebSocket" }).click();
      const { transport } = await inMatch(page);
      expect(transport).toBe("websocket");
      expect(new URL(page.url()).searchParams.get("transport")).toBeNull();
      opened.expectClean();
    },
  );
});

describe("a browser that cannot show the game at all", () => {
  it("without any canvas says so", async () => {
    const { page } = await visit("HTMLCanvasElement.prototype.getContext = () => null;");
    await page.getByText("This browser cannot draw the game").waitFor({ timeout: PATIENCE });
  });

  it("that does not understand the scripts says so", async () => {
    const { url } = server();
    const { page } = await open("about:blank");
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto(url);
    await page.getByText("the browser is too old for it").waitFor({ timeout: PATIENCE });
  });

  it("that runs no scripts says so", async () => {
    const { page } = await open(server().url, { javaScriptEnabled: false });
    // Text inside of this element is nothing that Playwright looks for.
    const sentence = page.locator("noscript");
    await sentence.waitFor({ timeout: PATIENCE });
    expect(await sentence.textContent()).toContain("it needs JavaScript");
  });
});

it("a dialogue that is on its way says so, can be left, and can be asked for again", async () => {
  const { url } = server();
  const opened = await open(`${url}/healthz`, plainLooks(url, "Ann"));
  const { page } = opened;
  let answer: () => void = () => {};
  let arrives = false;
  await page.route(/\/assets\/later-/, async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await (arrives ? route.continue() : route.abort());
  });
  const shown = (testId: string) => page.getByTestId(testId).waitFor({ timeout: PATIENCE });
  await page.goto(url);

  await page.getByTestId("how-to-play").click();
  await shown("fetching");
  await page.keyboard.press("Escape");
  await page.getByTestId("fetching").waitFor({ state: "detached", timeout: PATIENCE });
  await page.getByTestId("settings").click();
  await shown("fetching");
  answer();
  await shown("toast");
  expect(await page.getByTestId("fetching").count()).toBe(0);

  arrives = true;
  const asked = page.waitForRequest(/\/assets\/later-/, { timeout: PATIENCE });
  await page.getByTestId("settings").click();
  await asked;
  answer();
  await shown("settings-dialog");
  expect(await page.getByTestId("fetching").count()).toBe(0);
  opened.expectClean([/ERR_FAILED/]);
});
