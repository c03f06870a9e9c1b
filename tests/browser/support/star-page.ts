import { onTestFinished } from "vitest";
import { TICK_RATE } from "#shared/tunables.ts";
import { createRoom } from "../../support/game.ts";
import type { OpenedPage, useBrowser } from "./browser.ts";
import { type Director, STAR } from "./director.ts";
import { FILM } from "./film.ts";
import { inMatch, PATIENCE, ticksLater, until, untilPhase, withSettings } from "./game-page.ts";
import type { Device } from "./shapes.ts";

/** Comes with a device into the match of a room made for it, from its lobby on. */
export async function playAsStar(
  { server }: Director,
  open: ReturnType<typeof useBrowser>,
  device: Device,
  options: object,
  settings: object = {},
): Promise<OpenedPage> {
  const opener = await createRoom(server, { name: "Opener", botSkill: "normal", lobby: true, ...options });
  onTestFinished(async () => {
    if (opener.room.connection.isOpen) await opener.leave();
  });
  const look = { color: 4, pattern: 2, hat: 3 };
  const [viewport = { width: 0, height: 0 }] = Object.values(device.shapes);
  const opened = await open(`${server.url}/?room=${opener.room.roomId}&join=1`, {
    ...withSettings(server.url, { name: STAR, look, music: 0, ...settings }),
    viewport,
    hasTouch: device.phone,
    isMobile: device.phone,
    beforeLoad: FILM,
  });
  const { page } = opened;
  await until(page, () => "pushback" in window, undefined);
  await page.getByTestId("lobby").waitFor({ timeout: PATIENCE });
  opener.room.send("start");
  await inMatch(page);
  await opener.leave();
  await untilPhase(page, "playing");
  // Past the big words of the start.
  await ticksLater(page, 2 * TICK_RATE);
  return opened;
}
