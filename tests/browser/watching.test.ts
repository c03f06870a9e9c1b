import { expect, it } from "vitest";
import { createRoom, joinRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { FakePad } from "./support/fake-pad.ts";
import { figures, inMatch, PATIENCE, plainLooks, ticksLater, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

it("whoever finds a room full watches it from the card, waits in line, takes a seat and gives it up again", async () => {
  const { url } = server();
  const ann = await createRoom(server(), { name: "Ann", maxPlayers: 2, arena: "meadow", timeLimit: 600 });
  const ben = await joinRoom(server(), ann.room.roomId, { name: "Ben" });
  const opened = await open(`${url}/r/${ann.room.roomId}`, plainLooks(url, "Sam"));
  const { page } = opened;
  const seen = page.getByTestId("watch-seen");
  const follows = (name: string) => seen.getByText(name, { exact: true }).waitFor({ timeout: PATIENCE });

  // The focus is on the one thing to do.
  await until(page, () => document.activeElement?.getAttribute("data-testid") === "card-watch", undefined);
  await page.keyboard.press("Enter");
  await follows("Ann");
  await page.keyboard.press("ArrowRight");
  await follows("Ben");
  await page.keyboard.press("KeyQ");
  await follows("Ann");
  await page.keyboard.press("KeyV");
  await follows("Whole arena");
  await page.getByTestId("watch-next").click();
  await follows("Ben");
  expect(await page.locator("[data-testid=watchers]:visible").getAttribute("data-count")).toBe("1");
  expect(await page.getByTestId("mini-row").count()).toBe(2);
  const { bytesByKind } = await figures(page);
  await ticksLater(page, 50);
  expect((await figures(page)).bytesByKind.inputs).toBe(bytesByKind.inputs);
  await opened.screenshot("watching-1280x720");

  await page.getByTestId("wait-for-seat").click();
  await page.getByTestId("seat-words").getByText("You are 1st in line").waitFor({ timeout: PATIENCE });
  await ben.leave();
  await inMatch(page);
  expect(ann.room.state.seats.size).toBe(2);
  await page.evaluate(() => window.pushback.resetFigures());
  await page.keyboard.down("KeyD");
  await ticksLater(page, 10);
  await page.keyboard.up("KeyD");
  await ticksLater(page, 25);
  expect(await figures(page)).toMatchObject({ maxPredictionError: 0, corrections: 0 });
  expect(await page.getByTestId("watch-bar").count()).toBe(0);

  await page.keyboard.press("Escape");
  await page.getByTestId("watch").click();
  await until(page, () => document.activeElement?.getAttribute("data-testid") === "watch-yes", undefined);
  await page.keyboard.press("Enter");
  await follows("Ann");
  expect((await figures(page)).own).toBeUndefined();
  // By gamepad: the camera, and the seat that is free.
  const pad = await FakePad.on(page);
  await pad.press("y");
  await follows("Free camera");
  await pad.press("rb");
  await follows("Ann");
  await pad.press("x");
  await inMatch(page);
  opened.expectClean();
  await ann.leave();
});
