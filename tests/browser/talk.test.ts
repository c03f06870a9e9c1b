import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./support/browser.ts";
import { createByDialog, figures, inMatch, joinByCode, PATIENCE, plainLooks } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const MARKUP = '<img src=x onerror="window.hurt=1">';

/** Writes a line as people do: a key opens the field, Enter sends. */
async function say(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Enter");
  await page.getByTestId("chat-field").waitFor({ timeout: PATIENCE });
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.getByTestId("chat-field").waitFor({ state: "detached", timeout: PATIENCE });
}

function lineOf(page: Page, text: string) {
  return page.getByTestId("hud-chat-line").filter({ hasText: text });
}

it("two pages talk: by keys that move nobody, as text whatever it says, with emotes and phrases", async () => {
  const { url } = server();
  const ann = await open(url, plainLooks(url, "Ann"));
  await createByDialog(ann.page, "Meadow", 0);
  const { room } = await figures(ann.page);
  const ben = await open(url, plainLooks(url, "Ben"));
  await ben.page.getByTestId("play").waitFor({ timeout: PATIENCE });
  await joinByCode(ben.page, room ?? "");
  await inMatch(ben.page);

  const before = (await figures(ann.page)).own;
  await say(ann.page, "wasd wasd");
  await lineOf(ben.page, "wasd wasd").waitFor({ timeout: PATIENCE });
  await ben.page.waitForFunction(
    () => window.pushback.speeches.some(({ what }) => what === "wasd wasd"),
    undefined,
    { timeout: PATIENCE },
  );
  const after = (await figures(ann.page)).own;
  expect([after?.x, after?.y]).toEqual([before?.x, before?.y]);

  await say(ben.page, MARKUP);
  await lineOf(ann.page, MARKUP).waitFor({ timeout: PATIENCE });
  expect(await ann.page.getByTestId("chat-text").last().textContent()).toBe(MARKUP);
  expect(
    await ann.page.evaluate(() => "hurt" in window || document.querySelector('img[src="x"]') !== null),
  ).toBe(false);

  // What the room refuses it says why, and nothing of it is lost.
  await say(ann.page, "\u200b");
  await ann.page.getByTestId("toast").getByText("nothing to read").waitFor({ timeout: PATIENCE });

  // Escape closes the field and opens no menu; what was written is not sent.
  await ann.page.keyboard.press("Enter");
  await ann.page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[data-testid="chat-field"]')?.value === "\u200b",
    undefined,
    { timeout: PATIENCE },
  );
  await ann.page.getByTestId("chat-field").fill("not this");
  await ann.page.keyboard.press("Escape");
  await ann.page.getByTestId("chat-field").waitFor({ state: "detached", timeout: PATIENCE });
  expect(await ann.page.getByTestId("pause-dialog").count()).toBe(0);

  // Who writes quickly has the next field before a frame has passed, and keeps it.
  const field = await ann.page.evaluate(async () => {
    const find = () => document.querySelector<HTMLInputElement>('[data-testid="chat-field"]');
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const rendered = () => new Promise((done) => queueMicrotask(() => queueMicrotask(() => done(0))));
    const open = async () => {
      const how = { key: "Enter", code: "Enter", bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", how));
      await rendered();
    };
    await open();
    for (let i = 0; i < 3; i++) await frame();
    find()?.form?.requestSubmit();
    await rendered();
    const closed = find() === null;
    await open();
    for (let i = 0; i < 3; i++) await frame();
    return { closed, isThere: find() !== null };
  });
  expect(field).toEqual({ closed: true, isThere: true });
  await ann.page.keyboard.press("Escape");
  await ann.page.getByTestId("chat-field").waitFor({ state: "detached", timeout: PATIENCE });

  await ann.page.keyboard.press("g");
  await ann.page.getByTestId("phrase-goodGame").click();
  await lineOf(ben.page, "Good game!").waitFor({ timeout: PATIENCE });
  await ann.page.keyboard.press("g");
  await ann.page.getByTestId("talk-dialog").waitFor({ timeout: PATIENCE });
  await ann.page.keyboard.press("4");
  await ann.page.getByTestId("talk-dialog").waitFor({ state: "detached", timeout: PATIENCE });
  await ben.page.waitForFunction(
    () => window.pushback.speeches.some(({ what }) => what === "love"),
    undefined,
    { timeout: PATIENCE },
  );
  expect(await lineOf(ben.page, "not this").count()).toBe(0);

  await ann.page.keyboard.press("Enter");
  await ann.page.getByTestId("chat-hide").first().click();
  expect(await ann.page.getByTestId("chat-log").textContent()).not.toContain("img src");
  await ann.page.getByTestId("chat-show").click();
  await ann.page.getByTestId("chat-log").getByText(MARKUP).waitFor({ timeout: PATIENCE });
  // Ben says five lines in all: more at once would be too often.
  for (const end of ["one", "two"]) await say(ben.page, `${"word ".repeat(35)}${end}`);
  await ann.page.getByTestId("chat-log").getByText("word two").waitFor({ timeout: PATIENCE });
  // New lines pull the reader along.
  await ann.page.waitForFunction(
    () => {
      const log = document.querySelector('[data-testid="chat-log"]');
      return log !== null && log.scrollTop > 0 && log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    },
    undefined,
    { timeout: PATIENCE },
  );
  await ann.page.keyboard.press("Escape");
  await ann.page.getByTestId("hud-chat-open").waitFor({ state: "detached", timeout: PATIENCE });
  expect(await ann.page.getByTestId("pause-dialog").count()).toBe(0);

  // The host may let bad words through.
  await say(ben.page, "oh fuck");
  await lineOf(ann.page, "oh ****").waitFor({ timeout: PATIENCE });
  await ann.page.keyboard.press("Escape");
  await ann.page.getByTestId("chat-filter").uncheck();
  await ann.page.keyboard.press("Escape");
  await say(ben.page, "oh fuck");
  await lineOf(ann.page, "oh fuck").waitFor({ timeout: PATIENCE });
  ann.expectClean();
  ben.expectClean();
});
