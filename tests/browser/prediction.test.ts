import { describe, expect, it, onTestFinished } from "vitest";
import { DelayProxy } from "#lab/transports/link/delay-proxy.ts";
import { createRoom } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { arenaOf, Driver } from "./support/driver.ts";
import { figures, inMatch, plainLooks, ticksLater, until } from "./support/game-page.ts";
import { installProbe, startAfresh } from "./support/probes.ts";
import { useServer } from "./support/server.ts";
import { errorsOfWalks, noErrors } from "./support/walks.ts";

const server = useServer();
// What is drawn with makes no difference to where; the Canvas renderer leaves more of a slow machine to the game.
const open = useBrowser({ renderer: "canvas" });

/** One way (ms): with it, a round trip takes 150 ms. */
const ONE_WAY = 75;
const ROUND_TRIP = 2 * ONE_WAY;
/** Ticks of the server in a round trip. */
const ROUND_TRIP_TICKS = Math.floor(ROUND_TRIP / 20);
/** Ticks after which an answer has come. */
const ANSWER_TICKS = ROUND_TRIP_TICKS + 5;

/** A page in a room of its own: whoever runs into nobody can foresee everything. */
async function playAlone(at: { url: string }): Promise<{ opened: OpenedPage; driver: Driver }> {
  const opener = await createRoom(server(), { arena: "meadow" });
  const opened = await open(`${at.url}/?room=${opener.room.roomId}&join=1`, plainLooks(at.url, "Ann"));
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

describe("the own character", () => {
  it.runIf(NIGHTLY)("is where the server has it, to the last bit, while nothing disturbs it", async () => {
    const { opened, driver } = await playAlone({ url: server().url });
    expect(await errorsOfWalks(driver, ANSWER_TICKS)).toEqual(noErrors());
    opened.expectClean();
  });

  it("is there with a round trip of 150 ms as well, and a cut in the line shows in the figures", async () => {
    const proxy = await proxied();
    const { opened, driver } = await playAlone(proxy);
    expect(await errorsOfWalks(driver, ANSWER_TICKS)).toEqual(noErrors());
    expect((await figures(opened.page)).rtt).toBeGreaterThanOrEqual(ROUND_TRIP);

    // The control: the same figures do count what the page could not foresee.
    await driver.walkTo(arenaOf("meadow"), { x: 8.5, y: 6.5 });
    await startAfresh(opened.page);
    await driver.hold("KeyS");
    await ticksLater(opened.page, 10);
    proxy.stall();
    await driver.hold("KeyW");
    // Longer than the server holds a body for its inputs (600 ms), shorter than the page gives a line.
    await until(opened.page, () => window.pushback.ageOfState > 1500, undefined);
    proxy.resume();
    await driver.hold();
    await until(opened.page, () => window.pushback.corrections > 0, undefined);
    opened.expectClean();
  });
});
