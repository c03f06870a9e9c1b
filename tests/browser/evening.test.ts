import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, PATIENCE, plainLooks, until, untilPhase } from "./support/game-page.ts";
import { otherArena } from "./support/other-arena.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

function shown(page: Page, testId: string): Promise<void> {
  return page.getByTestId(testId).waitFor({ timeout: PATIENCE });
}

/** Waits until an element of a test id has an attribute of this value. */
function untilSays(page: Page, selector: string, count = 1): Promise<unknown> {
  return until(page, ([wanted, times]) => document.querySelectorAll(wanted).length === times, [
    selector,
    count,
  ] as const);
}

/** Opens the menu of the match and presses a button in it. */
async function byMenu(page: Page, button: string): Promise<void> {
  await page.keyboard.press("Escape");
  await shown(page, "pause-dialog");
  await page.getByTestId("pause-dialog").getByTestId(button).click();
  await page.getByTestId("pause-dialog").waitFor({ state: "detached", timeout: PATIENCE });
}

/** A device that opens a dialogue for sharing, at the second try. */
const SHARING = `
  window.shared = [];
  navigator.share = async (data) => {
    if (window.shared.push(data) === 1) throw new DOMException("not now", "NotAllowedError");
  };
`;

it("an evening: lobby, start, pause, results with a vote, and a rematch in another arena", async () => {
  const { url } = server();
  const [ann, bob] = [
    await open(url, plainLooks(url, "Ann")),
    await open(url, { ...plainLooks(url, "Bob"), beforeLoad: SHARING }),
  ];
  const [host, guest] = [ann.page, bob.page];
  await host.getByTestId("create").click();
  await host.getByRole("radio", { name: "Cloud Meadow" }).check({ force: true });
  await host.getByTestId("create-bots").fill("1");
  await host.getByTestId("create-submit").click();
  await shown(host, "lobby");
  const { room = "" } = await figures(host);

  // A friend comes, sees what will be played, and is ready; only the host can start.
  await guest.getByTestId("join-code").fill(room);
  await guest.getByTestId("join").click();
  await shown(guest, "lobby");
  expect(await guest.getByTestId("start").count()).toBe(0);
  await untilSays(guest, "[data-testid=plan][data-arena=meadow]");
  // They bring a third: the link goes to the device's own dialogue, and to the clipboard where that does not open.
  await guest.getByTestId("invite-share").click();
  await guest.getByText(/^(Link copied|Copy failed: .*)$/).waitFor({ timeout: PATIENCE });
  await guest.getByTestId("invite-share").click();
  const shared = await until(
    guest,
    () => "shared" in window && Array.isArray(window.shared) && window.shared.length === 2 && window.shared,
    undefined,
  );
  expect(shared).toEqual(
    [1, 2].map(() => ({ text: expect.stringContaining(room), url: `${url}/r/${room}` })),
  );
  for (const ready of [true, false, true]) {
    await guest.getByTestId("ready").click();
    await untilSays(host, `[data-testid=guest][data-player=Bob][data-ready=${ready}]`);
  }
  await host.getByTestId("start").click();
  for (const page of [host, guest]) await inMatch(page);
  await untilPhase(guest, "playing");

  // The host stops the match for everybody, and lets it go on.
  await byMenu(host, "pause-all");
  await shown(guest, "stopped");
  expect(await guest.getByTestId("go-on").count()).toBe(0);
  await host.getByTestId("go-on").click();
  await shown(guest, "goes-on");
  await guest.getByTestId("goes-on").waitFor({ state: "detached", timeout: PATIENCE });

  // It ends when the host says so. Both want another arena, and both are ready: the next match begins there.
  await guest.keyboard.press("Escape");
  await shown(guest, "host-name");
  expect(await guest.getByTestId("host-controls").count()).toBe(0);
  await guest.keyboard.press("Escape");
  await byMenu(host, "end-match");
  for (const page of [host, guest]) {
    await shown(page, "results");
  }
  const arena = await otherArena(host);
  const vote = `[data-testid=vote][data-arena=${arena.id}]`;
  for (const page of [host, guest]) await page.locator(vote).click();
  await untilSays(host, `${vote}[data-votes='2'][aria-pressed=true]`);
  for (const page of [host, guest]) await page.getByTestId("rematch").click();
  for (const page of [host, guest]) {
    await untilPhase(page, "countdown");
    expect((await inMatch(page)).room).toBe(room);
    await page.keyboard.press("Escape");
    await page.getByTestId("pause-dialog").getByText(arena.name).waitFor({ timeout: PATIENCE });
    await page.keyboard.press("Escape");
  }
  // Who they are stays between their browser and the server: it is in no line of the log, and in no address.
  for (const page of [host, guest]) {
    const token = (await page.evaluate(() => localStorage.getItem("pushback.guest"))) ?? "";
    const [, claims = ""] = token.split(".");
    const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
    expect(String(sub).length).toBeGreaterThan(8);
    for (const secret of [token, String(sub)]) {
      expect(server().log()).not.toContain(secret);
      expect(page.url()).not.toContain(secret);
    }
  }
  for (const opened of [ann, bob]) opened.expectClean();
});
