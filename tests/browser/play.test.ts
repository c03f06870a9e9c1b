import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { agreeOnRest, arenaOf, Driver } from "./support/driver.ts";
import {
  createByDialog,
  figures,
  inMatch,
  joinByCode,
  PATIENCE,
  plainLooks,
  readScoreboard,
  until,
  untilPhase,
} from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

describe("two pages in one room", () => {
  it("see each other move, push and fall, and count it alike", async () => {
    const { url } = server();
    // A first visit for Ann, who is taught; Bob has been here before.
    const host = await open(url, plainLooks(url, "Ann", { taught: [] }));
    const { room, sessionId: annId = "" } = await createByDialog(host.page, "Cloud Meadow", 0);
    const guest = await open(`${url}/?room=${room}&join=1`, plainLooks(url, "Bob"));
    const { sessionId: bobId = "" } = await inMatch(guest.page);
    const arena = arenaOf("meadow");
    const ann = new Driver(host.page);
    const bob = new Driver(guest.page);
    await untilPhase(host.page, "playing");
    const asked = (page: Page) => page.getByTestId("first-step").locator("[data-step]");
    await expect.poll(() => asked(host.page).getAttribute("data-step"), { timeout: PATIENCE }).toBe("move");
    expect(await host.page.getByTestId("own-push").locator("kbd").getAttribute("title")).toBe("Left click");
    expect(await host.page.getByTestId("own-brace").textContent()).toBe("E");

    const stops = [
      [ann, bob, annId],
      [bob, ann, bobId],
    ] as const;
    for (const [mover, watcher, id] of stops) {
      const from = await mover.place();
      await mover.walkTo(arena, { x: 8.5, y: from.y > 10 ? 3.5 : 16.5 });
      // The walker comes to rest where both pages see it: to the rounding of the wire, not to the eye.
      await agreeOnRest(mover, watcher, id, 0.01);
    }

    // Ann has walked, which is kept for good; Bob did all of it long ago.
    const taught = () =>
      host.page.evaluate(() => JSON.parse(localStorage.getItem("pushback.settings") ?? "{}").taught);
    await expect.poll(taught, { timeout: PATIENCE }).toContain("move");
    expect(await asked(guest.page).count()).toBe(0);

    const [before] = (await figures(guest.page)).others;
    expect(before?.name).toBe("Ann");
    await bob.walkTo(arena, { x: 2.5, y: 3.5 });
    await ann.pushOff(arena, bobId);
    for (const { page } of [ann, bob]) {
      await until(
        page,
        ([by, victim]) => {
          const { events } = window.pushback;
          const pushed = events.some((event) => event.type === "push" && event.id === by);
          const hit = events.some((event) => event.type === "hit" && event.id === victim && event.by === by);
          const fell = events.some(
            (event) => event.type === "fall" && event.id === victim && event.by === by,
          );
          return pushed && hit && fell;
        },
        [annId, bobId],
      );
      await until(
        page,
        (id) => window.pushback.scores.some((row) => row.id === id && row.score === 1),
        annId,
      );
    }
    const table = await readScoreboard(ann.page);
    // Rank, score, knock-outs, falls. Whoever misses a step on the way to the other has fallen more often.
    expect(table).toEqual([
      expect.stringMatching(/^Ann 1 1 1 \d+$/),
      expect.stringMatching(/^Bob 2 0 0 [1-9]\d*$/),
    ]);
    expect(await readScoreboard(bob.page)).toEqual(table);
    host.expectClean();
    guest.expectClean();
  });

  it("play a match to its end and begin the next one when both want it", async () => {
    const { url } = server();
    const opener = await createRoom(server(), { name: "Opener" });
    const code = opener.room.roomId;
    const first = await open(`${url}/?room=${code}&join=1`, plainLooks(url, "Ann"));
    const second = await open(url, plainLooks(url, "Bob"));
    await inMatch(first.page);
    await joinByCode(second.page, code);
    await untilPhase(first.page, "playing");
    await new Driver(first.page).runOff(arenaOf("meadow"));
    // The host ends it: nothing is learnt from waiting for the clock.
    opener.room.send("endMatch");
    await untilPhase(first.page, "results");
    await opener.leave();
    for (const { page } of [first, second]) {
      await untilPhase(page, "results");
      await page.getByTestId("results").waitFor({ timeout: PATIENCE });
      await until(
        page,
        () => window.pushback.scores.length === 2 && window.pushback.scores.some((row) => row.falls > 0),
        undefined,
      );
    }
    const results = await Promise.all(
      [first, second].map(({ page }) => page.getByTestId("score-row").allInnerTexts()),
    );
    expect(results[0]?.map((line) => line.replace(/\sYou\b/, ""))).toEqual(
      results[1]?.map((line) => line.replace(/\sYou\b/, "")),
    );

    await first.page.getByTestId("rematch").click();
    // One vote of two does not end the results.
    await until(
      second.page,
      () => document.querySelector(".results-ready")?.textContent === "1/2",
      undefined,
    );
    expect((await figures(second.page)).phase).toBe("results");
    await second.page.getByTestId("rematch").click();
    for (const { page } of [first, second]) {
      await until(page, () => window.pushback.phase === "countdown", undefined);
      await page.getByTestId("hud").waitFor({ timeout: PATIENCE });
      const { scores } = await figures(page);
      expect(scores.map(({ score, knockouts, falls }) => [score, knockouts, falls])).toEqual([
        [0, 0, 0],
        [0, 0, 0],
      ]);
    }
    first.expectClean();
    second.expectClean();
  });
});
