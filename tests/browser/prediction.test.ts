import { describe, expect, it, onTestFinished } from "vitest";
import { createRoom, joinRoom } from "../integration/support/game.ts";
import { DelayProxy } from "../support/delay-proxy.ts";
import { waitFor } from "../support/wait-for.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { arenaOf, Driver } from "./support/driver.ts";
import { figures, framesLater, inMatch, plainLooks, ticksLater, until } from "./support/game-page.ts";
import { installProbe, startAfresh } from "./support/probes.ts";
import { type RunningServer, useServer } from "./support/server.ts";

const server = useServer();
// What is drawn with makes no difference to where; the Canvas renderer leaves more of a slow machine to the game.
const open = useBrowser({ renderer: "canvas" });

/** One way (ms): with it, a round trip takes 150 ms. */
const ONE_WAY = 75;
const ROUND_TRIP = 2 * ONE_WAY;
/** Ticks of the server in a round trip. */
const ROUND_TRIP_TICKS = Math.floor(ROUND_TRIP / 20);
/**
 * A page or a server that stands still for longer (ms) is disturbed: after 6 ticks without input the server lets a
 * body go on without its player, and that cannot be foreseen. Two ticks less are sure.
 */
const STALL = 80;
/** Walks that have to go undisturbed, and how many are tried for that on a busy machine. */
const WALKS = 4;
const TRIES = 40;
/** Places on the way around, in the meadow, far from the edge. */
const STOPS = [
  { x: 8.5, y: 3.5 },
  { x: 8.5, y: 9.5 },
  { x: 6.5, y: 9.5 },
];

/** A page in a room of its own: whoever runs into nobody can foresee everything. */
async function playAlone(at: { url: string }): Promise<{ opened: OpenedPage; driver: Driver }> {
  const opener = await createRoom(server(), { arena: "meadow" });
  const opened = await open(`${at.url}/r/${opener.room.roomId}`, plainLooks(at.url, "Ann"));
  await inMatch(opened.page);
  await opener.leave();
  await until(opened.page, () => window.pushback.others.length === 0, undefined);
  await installProbe(opened.page);
  return { opened, driver: new Driver(opened.page) };
}

async function proxied(): Promise<DelayProxy> {
  const proxy = await DelayProxy.start({ targetPort: server().port, delayMs: ONE_WAY });
  onTestFinished(() => proxy.close());
  return proxy;
}

/** The server as one reaches it through a proxy. */
function through(proxy: DelayProxy): RunningServer {
  return { ...server(), port: proxy.port, url: proxy.url };
}

/** Runs about, pushes and dashes; returns the largest corrections of the walks that nothing disturbed. */
async function errorsOfWalks(driver: Driver): Promise<{ maxError: number; corrections: number }[]> {
  const { page } = driver;
  const arena = arenaOf("meadow");
  const found: { maxError: number; corrections: number }[] = [];
  for (let walk = 0; walk < TRIES && found.length < WALKS; walk++) {
    await driver.hold();
    // Whatever disturbed the last walk has come to its end.
    await ticksLater(page, 30);
    await startAfresh(page);
    const from = await driver.place();
    await page.keyboard.press(walk % 2 === 0 ? "Space" : "ShiftLeft");
    await driver.walkTo(arena, STOPS[walk % STOPS.length] ?? from);
    await ticksLater(page, ROUND_TRIP_TICKS + 5);
    const to = await driver.place();
    const { maxPredictionError: maxError, corrections } = await figures(page);
    const stalled = await page.evaluate(() => window.probe.worstGap);
    const moved = Math.hypot(to.x - from.x, to.y - from.y);
    if (stalled < STALL && moved > 1) found.push({ maxError, corrections });
  }
  if (found.length < WALKS) throw new Error(`Only ${found.length} of ${TRIES} walks went without a stall.`);
  return found;
}

const NO_ERROR = Array.from({ length: WALKS }, () => ({ maxError: 0, corrections: 0 }));

describe("the own character", () => {
  it("is where the server has it, to the last bit, while nothing disturbs it", async () => {
    const { opened, driver } = await playAlone({ url: server().url });
    expect(await errorsOfWalks(driver)).toEqual(NO_ERROR);
    opened.expectClean();
  });

  it("is so with a round trip of 150 ms as well, and a cut in the line shows in the figures", async () => {
    const proxy = await proxied();
    const { opened, driver } = await playAlone(proxy);
    expect(await errorsOfWalks(driver)).toEqual(NO_ERROR);
    expect((await figures(opened.page)).rtt).toBeGreaterThanOrEqual(ROUND_TRIP);

    // The control: the same figures do count what the page could not foresee.
    await driver.walkTo(arenaOf("meadow"), { x: 8.5, y: 6.5 });
    await startAfresh(opened.page);
    await driver.hold("KeyS");
    await ticksLater(opened.page, 10);
    proxy.stall();
    await driver.hold("KeyW");
    await framesLater(opened.page, 30);
    proxy.resume();
    await driver.hold();
    await until(opened.page, () => window.pushback.corrections > 0, undefined);
    opened.expectClean();
  });

  it("moves in the frame after the key press, long before the server has answered", async () => {
    const proxy = await proxied();
    const { opened, driver } = await playAlone(proxy);
    const { page } = opened;
    const { room: code = "", sessionId: id = "" } = await figures(page);
    const watcher = await joinRoom(through(proxy), code);
    const seen = () => watcher.room.state.players.get(id)?.x ?? Number.NaN;
    for (const key of ["KeyD", "KeyA", "KeyD", "KeyA"]) {
      await driver.restingPlaceOf(id);
      await waitFor("the watcher's view to come to rest", async () => {
        const { own } = await figures(page);
        return Math.abs((own?.x ?? 0) - seen()) < 0.001;
      });
      await startAfresh(page);
      await framesLater(page, 5);
      const before = seen();
      let seenAt = 0;
      const look = () => {
        if (seenAt === 0 && seen() !== before) seenAt = Date.now();
      };
      watcher.room.onStateChange(look);
      await driver.hold(key);
      await waitFor("the watcher to see it", () => seenAt !== 0);
      watcher.room.onStateChange.remove(look);
      const { pendingInputs } = await figures(page);
      await framesLater(page, 3);
      await driver.hold();
      const { shots, presses } = await page.evaluate(() => window.probe);
      const [press] = presses;
      if (press === undefined) throw new Error("The page heard of no key press.");
      const still = shots.filter((shot) => shot.frame <= press.frame).map((shot) => shot.x);
      const next = shots.find((shot) => shot.frame === press.frame + 1);
      expect(still.length).toBeGreaterThanOrEqual(4);
      // What is left of an old correction may still be fading, far below what anybody sees.
      const tremble = Math.max(...still) - Math.min(...still);
      expect(tremble).toBeLessThan(0.001);
      const step = (next?.x ?? Number.NaN) - (still.at(-1) ?? Number.NaN);
      expect(key === "KeyD" ? step : -step).toBeGreaterThan(tremble);
      // The control: the line is as slow as it should be, in both directions.
      expect(seenAt - press.time).toBeGreaterThanOrEqual(ROUND_TRIP);
      expect(pendingInputs).toBeGreaterThanOrEqual(ROUND_TRIP_TICKS);
    }
    await watcher.leave();
    opened.expectClean();
  });
});
