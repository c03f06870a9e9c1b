import { describe, expect, it } from "vitest";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { useBrowser } from "./support/browser.ts";
import { createByDialog, joinByCode, PATIENCE, plainLooks } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const open = useBrowser({ renderer: "canvas" });

describe("the console stays empty", () => {
  const server = useServer();

  it.runIf(NIGHTLY)("when a player goes from room to room, over any transport", async () => {
    const hosts = [await createRoom(server(), { bots: 2 }), await createRoom(server(), { bots: 2 })];
    const { url } = server();
    const opened = await open(url, plainLooks(url, "Ann"));
    const { page } = opened;
    for (const transport of TRANSPORTS) {
      await page.goto(`${url}/?transport=${transport}`);
      for (const { room } of hosts) {
        expect((await joinByCode(page, room.roomId)).room).toBe(room.roomId);
        await page.keyboard.press("Escape");
        await page.getByTestId("leave").click();
        await page.getByTestId("menu").waitFor({ timeout: PATIENCE });
      }
    }
    // A page that leaves gives up the requests that are under way. No console says so.
    opened.expectClean([/^failed request: .*ERR_ABORTED/]);
    for (const host of hosts) await host.leave();
  });
});

describe("a busy server", () => {
  const server = useServer({ MAX_ROOMS: "1", MAX_JOINS_PER_MINUTE: "6" });

  it("says so on the page, and in no console", async () => {
    const { url } = server();
    const host = await open(url, plainLooks(url, "Ann"));
    await createByDialog(host.page, "Cloud Meadow", 0);
    const opened = await open(url, plainLooks(url, "Bob"));
    const { page } = opened;
    await page.getByTestId("create").click();
    await page.getByTestId("create-submit").click();
    const closed = page.getByTestId("closed");
    await closed.getByText("This server is full").waitFor({ timeout: PATIENCE });
    const tooOften = closed.getByText("too often");
    // What was asked for comes back with time, and a busy machine takes its time.
    for (let i = 0; i < 40 && !(await tooOften.isVisible()); i++) {
      await page.getByTestId("retry").click();
      await closed.waitFor({ timeout: PATIENCE });
    }
    await tooOften.waitFor({ timeout: PATIENCE });
    opened.expectClean();
    host.expectClean();
  });
});
