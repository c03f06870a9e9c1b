import { describe, expect, it } from "vitest";
import { createRoom, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { type OpenedPage, useBrowser } from "./support/browser.ts";
import { agreeOnRest, Driver } from "./support/driver.ts";
import { figures, inMatch, joinByCode, plainLooks, until } from "./support/game-page.ts";
import { installProbe } from "./support/probes.ts";
import { type RunningServer, useServer } from "./support/server.ts";
import { errorsOfWalks, noErrors } from "./support/walks.ts";

// The Canvas renderer leaves more of a slow machine to the game; the drawing is not what is tested here.
// Where there is no network but the machine itself, a page speaks WebRTC only when it is allowed to.
const open = useBrowser({ renderer: "canvas", args: ["--allow-loopback-in-peer-connection"] });
const server = useServer();

/** Column in the middle of the meadow. */
const MIDDLE = 15;

/** A page in the room of a player, over a transport: loaded first, so that nothing stands in the way of joining. */
async function join(
  { url }: RunningServer,
  { room }: TestPlayer,
  name: string,
  transport: string,
): Promise<OpenedPage> {
  const opened = await open(`${url}/?transport=${transport}`, plainLooks(url, name));
  await until(opened.page, () => window.pushback.renderer !== "none", undefined);
  await joinByCode(opened.page, room.roomId);
  return opened;
}

describe("a page over WebRTC", () => {
  it("plays in one room with a page over WebSocket: both see the same", async () => {
    const host = await createRoom(server(), { arena: "meadow" });
    const ann = await join(server(), host, "Ann", "webrtc");
    const bob = await join(server(), host, "Bob", "websocket");
    const { sessionId: annId = "" } = await inMatch(ann.page);
    const { sessionId: bobId = "" } = await inMatch(bob.page);
    await host.leave();
    expect((await figures(ann.page)).transport).toBe("webrtc");
    expect((await figures(bob.page)).transport).toBe("websocket");
    const [annHere, bobHere] = [new Driver(ann.page), new Driver(bob.page)];
    for (const [mover, watcher, id] of [
      [annHere, bobHere, annId],
      [bobHere, annHere, bobId],
    ] as const) {
      const from = await mover.place();
      // Towards the middle, where there is ground.
      await mover.hold(from.x < MIDDLE ? "KeyD" : "KeyA");
      await until(mover.page, (x) => Math.abs((window.pushback.own?.x ?? x) - x) > 0.5, from.x);
      await mover.hold();
      await agreeOnRest(mover, watcher, id, 0.01);
    }
    const { rtt, patchesPerSecond } = await figures(ann.page);
    expect(rtt).toBeGreaterThan(0);
    expect(patchesPerSecond).toBeGreaterThan(0);
    ann.expectClean();
    bob.expectClean();
  });

  it.runIf(NIGHTLY)("foresees its character to the last bit while nothing disturbs it", async () => {
    const host = await createRoom(server(), { arena: "meadow" });
    const { page, expectClean } = await join(server(), host, "Ann", "webrtc");
    await inMatch(page);
    await host.leave();
    await until(page, () => window.pushback.others.length === 0, undefined);
    await installProbe(page);
    expect(await errorsOfWalks(new Driver(page), 5, 2)).toEqual(noErrors(2));
    expectClean();
  });

  it("tells the server when it is reloaded, and resumes the same character", async () => {
    const host = await createRoom(server(), { arena: "meadow" });
    const { page, expectClean } = await join(server(), host, "Ann", "webrtc");
    const { sessionId: id = "" } = await inMatch(page);
    const noticed = host.until("the mark", (state) => state.seats.get(id)?.connected === false);
    await page.reload();
    await noticed;
    const after = await inMatch(page);
    expect(after.sessionId).toBe(id);
    expect(after.transport).toBe("webrtc");
    await host.until("the mark gone", (state) => state.seats.get(id)?.connected === true);
    expectClean();
    await host.leave();
  });
});
