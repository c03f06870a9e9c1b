import { describe, expect, it } from "vitest";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import { arenaOf } from "./support/driver.ts";
import { PATIENCE } from "./support/game-page.ts";
import { type Lane, runOn } from "./support/lane.ts";
import { Marksman, type Shot } from "./support/marksman.ts";
import { enter, LOSSY, openRoom, proxyTo } from "./support/meeting.ts";
import { useServer } from "./support/server.ts";
import { toAndFro, trackOf, trackOther } from "./support/track.ts";

const server = useServer();
const open = useBrowser({ renderer: "canvas" });

const MEADOW = arenaOf("meadow");
const LANE: Lane = { left: 6, right: 9, y: 16 };
const STAND = { x: 7.5, y: 17.75 };
/** Pushes that have to be well aimed and undisturbed, with the server's rewind and without it. */
const AIMED = 40;
const CONTROLS = 10;
const TRIES = 150;
/** What is a push at the drawn target: within its cone of 35 degrees and its reach of 2.6, at somebody who runs. */
const BESIDE = 0.3;
const FAR = 2.5;
const RUNNING = 4;
/** A page without news for longer (ms) than a lost segment takes to be sent again is disturbed by its machine. */
const STALL = 400;

describe.runIf(NIGHTLY)("on a line of 150 ± 30 ms that loses 5 %", () => {
  it("one hits others where one sees them, and would not without the rewind", {
    timeout: 900_000,
  }, async () => {
    const proxy = await proxyTo(server());
    const judge = await openRoom(server());
    const ann = await enter(open, proxy, judge, "Ann");
    const bob = await enter(open, proxy, judge, "Bob");
    await bob.driver.walkTo(MEADOW, { x: LANE.left, y: LANE.y });
    await ann.driver.walkTo(MEADOW, STAND);
    proxy.setProfile(LOSSY);
    const stop = new AbortController();
    const running = runOn(bob.driver, MEADOW, LANE, stop.signal);
    await trackOther(ann.page, bob.id);
    await waitFor("the runner to turn", async () => toAndFro(await trackOf(ann.page)).turns >= 2, {
      timeoutMs: PATIENCE,
    });
    const marksman = new Marksman(ann.page, ann.id, bob.id, judge);
    await marksman.install();

    const shootAt = async (wanted: number): Promise<Shot[]> => {
      const shots: Shot[] = [];
      for (let i = 0; i < TRIES && shots.length < wanted; i++) {
        await ann.driver.walkTo(MEADOW, STAND);
        const shot = await marksman.shoot();
        if (shot === undefined || shot.stall > STALL || shot.speed < RUNNING) continue;
        if (shot.beside < BESIDE && shot.far < FAR) shots.push(shot);
      }
      return shots;
    };
    const rewound = await shootAt(AIMED);
    server().setRewind(false);
    const plain = await shootAt(CONTROLS);
    server().setRewind(true);
    stop.abort();
    await running;
    const hits = (shots: readonly Shot[]): number => shots.filter(({ hit }) => hit).length;
    const share = (shots: readonly Shot[]): number => hits(shots) / shots.length;
    console.log(
      `Hits with the rewind ${hits(rewound)} of ${rewound.length}, without ${hits(plain)} of ${plain.length}.`,
    );
    expect([rewound.length, plain.length]).toEqual([AIMED, CONTROLS]);
    // Both from netcode.md, row 8.
    expect(share(rewound)).toBeGreaterThanOrEqual(0.95);
    expect(share(plain)).toBeLessThanOrEqual(0.4);
  });
});
