import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { BOT_NAMES } from "#room/names.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { createRoom, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { FakePad } from "./support/fake-pad.ts";
import { figures, inMatch, PATIENCE, until, untilPhase, withSettings } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";
import { untranslated } from "./support/untranslated.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const players: TestPlayer[] = [];
afterEach(async () => {
  for (const player of players.splice(0)) if (player.room.connection.isOpen) await player.leave();
});

async function openRoom(options: object): Promise<string> {
  return (await opener(options)).room.roomId;
}

async function opener(options: object): Promise<TestPlayer> {
  const player = await createRoom(server(), { name: "Opener", ...options });
  players.push(player);
  return player;
}

/** Comes to the game in the language for tests. */
async function visit(query = ""): Promise<Page> {
  const { url } = server();
  const { page } = await open(
    `${url}/?lang=en-XA${query}`,
    withSettings(url, { name: "Ann", netGraph: true }),
  );
  await until(page, () => "pushback" in window, undefined);
  return page;
}

/** What is called the same in every language: players, bots that have gone as well, the room, the address of the page. */
async function names(page: Page): Promise<string[]> {
  const { own, others, scores, room } = await figures(page);
  const called = [own, ...others, ...scores].map((player) => player?.name ?? "");
  return [`${new URL(page.url()).origin}/r/`, ...called, ...BOT_NAMES, "Opener", "Ann", room ?? ""];
}

/** Every word of the page is translated. */
async function speaks(page: Page, where: string): Promise<void> {
  expect(await untranslated(page, await names(page)), where).toEqual([]);
}

/** Opens a dialogue, looks at it, and closes it. */
async function dialog(page: Page, button: string, name: string): Promise<void> {
  await page.getByTestId(button).click();
  await page.getByTestId(name).waitFor({ timeout: PATIENCE });
  await speaks(page, name);
  await page.getByTestId(name).getByTestId("dialog-close").click();
  await page.getByTestId(name).waitFor({ state: "detached", timeout: PATIENCE });
}

describe("in another language", () => {
  it("the menu, its dialogues and a refusal have no word of English", async () => {
    const code = await openRoom({ bots: 1, password: "x" });
    const page = await visit();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en-XA");
    await speaks(page, "the menu");
    await dialog(page, "create", "create-dialog");
    await page.getByTestId("rooms").click();
    await page.getByTestId("room").first().waitFor({ timeout: PATIENCE });
    expect(await untranslated(page, [...(await names(page)), code])).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog(page, "settings", "settings-dialog");
    await page.getByTestId("how-to-play").click();
    for (const device of await page.getByTestId("help-device").getByRole("radio").all()) {
      await device.check({ force: true });
      await speaks(page, "how to play");
    }
    await page.keyboard.press("Escape");
    await page.goto(`${server().url}/?lang=en-XA&room=${code}`);
    await page.getByTestId("card-join").waitFor({ timeout: PATIENCE });
    expect(await untranslated(page, [...(await names(page)), code])).toEqual([]);
    await page.getByTestId("card-menu").click();
    await page.getByTestId("join-code").fill(code);
    await page.getByTestId("join").click();
    await page.getByTestId("password").waitFor({ timeout: PATIENCE });
    expect(await untranslated(page, [...(await names(page)), code])).toEqual([]);
    await page.getByTestId("password").fill("wrong");
    await page.getByTestId("password-join").click();
    await page.getByTestId("password-wrong").waitFor({ timeout: PATIENCE });
    expect(await untranslated(page, [...(await names(page)), code])).toEqual([]);
    await page.getByTestId("password-cancel").click();
    await page.getByTestId("join-code").fill("ZZZZZ");
    await page.getByTestId("join").click();
    await page.getByTestId("notice").waitFor({ timeout: PATIENCE });
    expect(await untranslated(page, [...(await names(page)), "ZZZZZ"])).toEqual([]);
    await page.getByTestId("create").click();
    await page.getByTestId("create-submit").click();
    await page.getByTestId("lobby").waitFor({ timeout: PATIENCE });
    await speaks(page, "the lobby");
  });

  it("a match and what lies over it have no word of English", async () => {
    const host = await opener({ bots: 5, botSkill: "hard", arena: "meadow" });
    const page = await visit(`&room=${host.room.roomId}&join=1&delay=5`);
    await inMatch(page);
    await speaks(page, "the start of a match");
    await untilPhase(page, "playing");
    await page.getByTestId("feed-line").first().waitFor({ timeout: PATIENCE });
    await speaks(page, "the feed");
    await page.keyboard.down("Tab");
    await page.getByTestId("scoreboard").waitFor({ timeout: PATIENCE });
    await speaks(page, "the scoreboard");
    await page.keyboard.up("Tab");
    await page.getByTestId("conditions-badge").click();
    await page.getByTestId("network-dialog").waitFor({ timeout: PATIENCE });
    await speaks(page, "the simulated network");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByTestId("pause-dialog").waitFor({ timeout: PATIENCE });
    await speaks(page, "the menu of a match");
    await page.keyboard.press("Escape");
    host.room.send("endMatch");
    await untilPhase(page, "results");
    await page.getByTestId("results").waitFor({ timeout: PATIENCE });
    await speaks(page, "the results");
  });

  it("a browser without the chosen transport is told so in it", async () => {
    const { url } = server();
    const settings = withSettings(url, { name: "Ann", connection: "webrtc" });
    const beforeLoad = "delete window.RTCPeerConnection";
    const { page } = await open(`${url}/?lang=en-XA`, { ...settings, beforeLoad });
    await page.getByTestId("play").click();
    await page.getByTestId("closed").waitFor({ timeout: PATIENCE });
    await speaks(page, "no connection");
  });

  it.runIf(NIGHTLY)("a browser without WebSocket is told so in it, and a pad what it does", async () => {
    const { url } = server();
    const beforeLoad = "delete window.WebSocket";
    const { page } = await open(`${url}/?lang=en-XA`, {
      ...withSettings(url, { name: "Ann", connection: "auto" }),
      beforeLoad,
    });
    await page.getByTestId("play").waitFor({ timeout: PATIENCE });
    const pad = await FakePad.on(page);
    await pad.press("down");
    await page.getByTestId("pad-prompts").waitFor({ timeout: PATIENCE });
    await speaks(page, "the menu by pad");
    await page.getByTestId("play").click();
    await inMatch(page);
    await page.getByTestId("connection-note").waitFor({ timeout: PATIENCE });
    await speaks(page, "why it is not WebSocket");
  });

  it("the Push Lab has no word of English", async () => {
    const { page } = await open(`${server().url}/lab?lang=en-XA&delay=5`);
    await until(
      page,
      (transports) =>
        "pushbackLab" in window &&
        transports.every((name) => (window.pushbackLab.panes[name]?.recent.updates ?? 0) > 0),
      TRANSPORTS,
    );
    const room = (await page.evaluate(() => window.pushbackLab.room)) ?? "";
    expect(await untranslated(page, [room])).toEqual([]);
    await page.getByTestId("race").click();
    await until(page, () => window.pushbackLab.race === "done", undefined);
    expect(await untranslated(page, [room])).toEqual([]);
  });
});
