import { describe, expect, it } from "vitest";
import { joinRoom, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import { arenaOf } from "./support/driver.ts";
import { figures, framesLater, PATIENCE } from "./support/game-page.ts";
import { type Lane, runOn } from "./support/lane.ts";
import { enter, type Guest, LOSSY, openRoom, proxyTo } from "./support/meeting.ts";
import { startAfresh } from "./support/probes.ts";
import { useServer } from "./support/server.ts";
import { toAndFro, trackOf, trackOther, trackTruth } from "./support/track.ts";

const server = useServer();
// What is drawn with makes no difference to where; the Canvas renderer leaves more of a slow machine to the game.
const open = useBrowser({ renderer: "canvas" });

const MEADOW = arenaOf("meadow");
/** Far from every edge. */
const LANE: Lane = { left: 6, right: 9, y: 16.4 };
/** Turns of the runner without a blow: some 200 drawn frames on a slow machine. */
const TURNS = 6;

describe("on a line of 150 ± 30 ms that loses 5 %", () => {
  it("one sees others run without a step back", {
    timeout: 240_000,
  }, async () => {
    const proxy = await proxyTo(server());
    const judge = await openRoom(server());
    const ann = await enter(open, proxy, judge, "Ann");
    const bob = await enter(open, proxy, judge, "Bob");
    await bob.driver.walkTo(MEADOW, { x: LANE.left, y: LANE.y });
    proxy.setProfile(LOSSY);
    const stop = new AbortController();
    const running = runOn(bob.driver, MEADOW, LANE, stop.signal);
    await judge.until("the runner to run", ({ players }) => (players.get(bob.id)?.x ?? 0) > LANE.right);
    const truth = trackTruth(judge.room, bob.id);
    await trackOther(ann.page, bob.id);
    const seen = () => trackOf(ann.page).then(toAndFro);
    await waitFor("the runner to turn", async () => (await seen()).turns >= TURNS, { timeoutMs: PATIENCE });
    // Two pixels, which nobody notices; who falls and walks back to the lane does take steps back.
    expect((await seen()).retreat).toBeLessThanOrEqual(toAndFro(truth).retreat + 0.05);
    stop.abort();
    await running;
    ann.expectClean();
    bob.expectClean();
  });
});

/** Presses a key, and holds the line's delay against the frame in which the own character starts. */
async function expectStartInNextFrame(
  { page, driver, id }: Guest,
  key: "KeyA" | "KeyD",
  watcher: TestPlayer,
  roundTrip: number,
): Promise<void> {
  const seen = () => watcher.room.state.players.get(id)?.x ?? Number.NaN;
  await driver.restingPlaceOf(id);
  await waitFor("the watcher's view to come to rest", async () => {
    const { x } = await driver.place();
    return Math.abs(x - seen()) < 0.001;
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
  expect(seenAt - press.time).toBeGreaterThanOrEqual(roundTrip);
}

/** Round trips of the lines that a key press is tried on, in ms. */
const TRIPS = NIGHTLY ? [0, 50, 150, 300] : [0, 150];

describe("the own character", () => {
  it(`moves in the frame after the key press at ${TRIPS.join(", ")} ms, and on a line that loses`, async () => {
    const proxy = await proxyTo(server());
    const judge = await openRoom(server());
    const ann = await enter(open, proxy, judge, "Ann");
    const watcher = await joinRoom({ ...server(), port: proxy.port }, judge.room.roomId);
    const lines = TRIPS.map((ms) => ({ delayMs: ms / 2, jitterMs: 0, loss: 0 }));
    for (const line of [...lines, LOSSY]) {
      proxy.setProfile(line);
      const least = 2 * (line.delayMs - line.jitterMs);
      await waitFor("the page to know its line", async () => (await figures(ann.page)).rtt >= least);
      for (const key of ["KeyD", "KeyA"] as const) await expectStartInNextFrame(ann, key, watcher, least);
    }
    await watcher.leave();
    ann.expectClean();
  });
});
