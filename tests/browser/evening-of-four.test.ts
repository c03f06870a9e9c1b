import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { NIGHTLY } from "../support/nightly.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { byId, FakePad } from "./support/fake-pad.ts";
import { Fingers, middleOf } from "./support/fingers.ts";
import { figures, inMatch, PATIENCE, plainLooks, until, untilPhase } from "./support/game-page.ts";
import { otherArena } from "./support/other-arena.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

/** The sizes at which every step of the evening is looked at. */
const LAPTOP = { viewport: { width: 1280, height: 720 } };
const PHONE = { hasTouch: true, isMobile: true, deviceScaleFactor: 1, viewport: { width: 390, height: 844 } };

function shown(page: Page, testId: string): Promise<void> {
  return page.getByTestId(testId).waitFor({ timeout: PATIENCE });
}

/** Waits until so many elements are what a selector says. */
function untilThereAre(page: Page, count: number, selector: string): Promise<unknown> {
  return until(page, ([wanted, times]) => document.querySelectorAll(wanted).length === times, [
    selector,
    count,
  ] as const);
}

/** Waits until the own character has moved. */
async function moves(page: Page): Promise<void> {
  const { x = Number.NaN, y = Number.NaN } = (await figures(page)).own ?? {};
  await until(
    page,
    (from) => {
      const { own } = window.pushback;
      return own !== undefined && Math.hypot(own.x - from.x, own.y - from.y) > 0.3;
    },
    { x, y },
  );
}

// Four browsers on two cores take their time: the parts of this evening are tested one by one every day.
describe.runIf(NIGHTLY)("an evening of four, on a laptop, a phone and a gamepad", () => {
  it("goes from the lobby over a match, a vote and another host to a rematch in another arena", async () => {
    const { url } = server();
    const [ann, gus, bob] = [
      await open(url, { ...plainLooks(url, "Ann"), ...LAPTOP }),
      await open(url, plainLooks(url, "Gus")),
      await open(url, plainLooks(url, "Bob")),
    ];
    const host = ann.page;
    const pad = await FakePad.on(gus.page);

    // One creates a room in which two bots are left when all four are in.
    await host.getByTestId("create").click();
    await host.getByRole("radio", { name: "Cloud Meadow" }).check({ force: true });
    await host.getByTestId("create-bots").fill("5");
    await host.getByTestId("create-minutes").fill("1");
    await host.getByTestId("create-submit").click();
    await shown(host, "lobby");
    const { room = "" } = await figures(host);

    // A phone comes by the link and its card, a gamepad by the list, the fourth by the code.
    const tia = await open(`${url}/r/${room}`, { ...plainLooks(url, "Tia"), ...PHONE });
    const phone = tia.page;
    await shown(phone, "card-join");
    await tia.screenshot("four-1-card-390x844");
    await phone.getByTestId("card-join").tap();
    await shown(phone, "lobby");
    await gus.page.getByTestId("play").waitFor({ timeout: PATIENCE });
    await pad.press("a");
    await pad.choose(byId("rooms"));
    const row = `[data-testid=room][data-code="${room}"]`;
    await gus.page.locator(row).waitFor({ timeout: PATIENCE });
    await pad.choose(`${row} button`);
    await shown(gus.page, "lobby");
    await bob.page.getByTestId("join-code").fill(room);
    await bob.page.getByTestId("join").click();
    await shown(bob.page, "lobby");
    for (const { page } of [ann, tia]) await untilThereAre(page, 6, "[data-testid=guest]");

    await phone.getByTestId("ready").tap();
    await pad.choose(byId("ready"));
    await bob.page.getByTestId("ready").click();
    await untilThereAre(host, 3, "[data-testid=guest][data-ready=true]");
    await looked("2-lobby", ann, tia);
    await host.getByTestId("start").click();

    // Everybody plays, each in their own way, to the end of the minute.
    for (const { page } of [ann, tia, gus, bob]) await inMatch(page);
    await untilPhase(host, "playing");
    await host.keyboard.down("KeyD");
    await moves(host);
    await host.keyboard.up("KeyD");
    const finger = await Fingers.on(phone);
    const { x, y } = await middleOf(phone.getByTestId("touch-move"));
    await finger.down(1, { x, y });
    await finger.move(1, { x: x + 50, y });
    await moves(phone);
    await finger.up(1);
    await pad.sticks(-1, 0, 0, 0);
    await moves(gus.page);
    await pad.sticks(0, 0, 0, 0);
    await looked("3-match", ann, tia);

    // The results, with a vote for the other arena.
    for (const { page } of [ann, tia, gus, bob]) {
      await untilPhase(page, "results");
      await shown(page, "votes");
    }
    const arena = await otherArena(host);
    const other = `[data-testid=vote][data-arena=${arena.id}]`;
    await phone.locator(other).tap();
    await pad.choose(other);
    await bob.page.locator(other).click();
    await untilThereAre(host, 1, `${other}[data-votes="3"]`);
    await looked("4-results", ann, tia);

    // The host's page goes, and does not come back. Whoever has been there for longest is host then, and told so.
    await ann.close();
    await phone.getByTestId("toast").filter({ hasText: "You are the host" }).waitFor({ timeout: PATIENCE });
    await shown(phone, "start");
    await untilThereAre(phone, 6, "[data-testid=guest]");
    await pad.choose(byId("ready"));
    await bob.page.getByTestId("ready").click();
    await untilThereAre(phone, 2, "[data-testid=guest][data-ready=true]");
    await gus.page.setViewportSize(LAPTOP.viewport);
    await looked("5-another-host", gus, tia);
    await phone.getByTestId("start").tap();

    // The rematch, with the same code on another arena, and a bot for whoever has gone.
    for (const { page } of [tia, gus, bob]) {
      await untilPhase(page, "countdown");
      expect((await inMatch(page)).room).toBe(room);
      expect((await figures(page)).scores).toHaveLength(6);
    }
    await untilPhase(gus.page, "playing");
    await pad.press("start");
    await gus.page.getByTestId("pause-dialog").getByText(arena.name).waitFor({ timeout: PATIENCE });
    await looked("6-rematch-menu", gus, tia);
    await pad.press("b");
    for (const opened of [tia, gus, bob]) opened.expectClean();
  }, 240_000);
});

/** Saves what a laptop and a phone show of a step. */
async function looked(step: string, laptop: OpenedPage, phone: OpenedPage): Promise<void> {
  await laptop.screenshot(`four-${step}-1280x720`);
  await phone.screenshot(`four-${step}-390x844`);
}
