import { expect, it } from "vitest";
import { packLook, unpackLook } from "#shared/look.ts";
import { createRoom } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, PATIENCE, plainLooks, ticksLater, until } from "./support/game-page.ts";
import { useServer } from "./support/server.ts";

/** Seconds of play until somebody is asked whether they are there, and until a bot plays for them. */
const server = useServer({ TEST_AWAY_TIMES: "1 3" });
const open = useBrowser({ renderer: "canvas" });

const LOOK = { color: 2, pattern: 1, hat: 2 };

it("somebody changes name and look in a match, goes away, and comes back by a key that means nothing", async () => {
  const { url } = server();
  const ann = await createRoom(server(), {
    name: "Ann",
    look: packLook(LOOK),
    bots: 0,
    maxPlayers: 4,
    arena: "meadow",
    timeLimit: 600,
  });
  const opened = await open(`${url}/?room=${ann.room.roomId}&join=1`, plainLooks(url, "Ann", { look: LOOK }));
  const { page } = opened;
  const { sessionId = "" } = await inMatch(page);
  const seat = () => ann.room.state.seats.get(sessionId);
  expect(seat()?.name).toBe("Ann 2");

  await page.keyboard.press("Escape");
  await page.getByTestId("dress").click();
  const difference = page.getByTestId("dress-difference");
  await difference.getByText("Somebody wears that colour").waitFor({ timeout: PATIENCE });
  await difference.getByText("here you are Ann 2").waitFor();
  // Of quick clicks only the last one counts.
  for (let click = 0; click < 3; click++) await page.getByTestId("look-color-next").click();
  await ann.until("the look", () => seat()?.look === packLook({ ...LOOK, color: LOOK.color + 3 }));
  const field = page.getByTestId("dress-name");
  await field.fill("   ");
  await field.press("Enter");
  await page.getByTestId("dress-refused").waitFor({ timeout: PATIENCE });
  expect(await field.inputValue()).toBe("Ann 2");
  await field.fill("Zoë");
  await field.press("Enter");
  await ann.until("the name", () => seat()?.name === "Zoë");
  await until(page, () => window.pushback.own?.name === "Zoë", undefined);
  await difference.waitFor({ state: "detached", timeout: PATIENCE });
  await page.getByTestId("dialog-close").click();
  await page.getByTestId("resume").click();
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem("pushback.settings") ?? "{}"));
  expect(kept).toMatchObject({ name: "Zoë", look: unpackLook(seat()?.look ?? 0) });

  await page.getByTestId("away-warning").waitFor({ timeout: PATIENCE });
  await page.getByTestId("away-note").waitFor({ timeout: PATIENCE });
  await ann.until("the bot", () => seat()?.away === true);
  const { x = 0, y = 0 } = (await figures(page)).own ?? {};
  await until(
    page,
    (from) => Math.hypot((window.pushback.own?.x ?? 0) - from.x, (window.pushback.own?.y ?? 0) - from.y) > 1,
    { x, y },
  );
  await page.keyboard.press("KeyP");
  await page.getByTestId("away-note").waitFor({ state: "detached", timeout: PATIENCE });
  await ann.until("the return", () => seat()?.away === false);
  await page.evaluate(() => window.pushback.resetFigures());
  await ticksLater(page, 25);
  expect((await figures(page)).corrections).toBe(0);
  opened.expectClean();
  await ann.leave();
});
