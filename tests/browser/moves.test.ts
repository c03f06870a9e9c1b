import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clusterCommands, drain, TestCluster, type TestProcess } from "../support/cluster/cluster.ts";
import { SHIPPED_NGINX } from "../support/cluster/shipped-proxies.ts";
import { clientOf, ready } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { useBrowser } from "./support/browser.ts";
import {
  figures,
  inMatch,
  PATIENCE,
  plainLooks,
  ticksLater,
  until,
  untilPhase,
  withSettings,
} from "./support/game-page.ts";

const hasAll = NIGHTLY && clusterCommands(SHIPPED_NGINX) !== undefined;

/** What the browser itself says of lines to a process that was killed, and of rooms that are just being brought back. */
const KILLED = [/WebSocket connection to .* failed/, /^failed request: .*ERR_/, /50[234]/];

const PHONE = { hasTouch: true, isMobile: true, deviceScaleFactor: 1 };

const open = useBrowser();

describe.runIf(hasAll)("a page whose room goes on in another process", () => {
  let cluster!: TestCluster;
  beforeAll(async () => {
    cluster = await TestCluster.start(SHIPPED_NGINX);
  }, 180_000);
  afterAll(() => cluster?.stop());

  async function kill({ child }: TestProcess): Promise<void> {
    child.kill("SIGKILL");
  }

  /** What a page is looked at with. */
  const sizes = {
    laptop: { viewport: { width: 1280, height: 720 } },
    lying: { viewport: { width: 844, height: 390 }, ...PHONE },
    standing: { viewport: { width: 390, height: 844 }, ...PHONE },
  };

  it.each([
    { what: "move", end: drain, expected: [], on: "laptop" },
    { what: "crash", end: kill, expected: KILLED, on: "laptop" },
    { what: "crash", end: kill, expected: KILLED, on: "lying" },
    { what: "crash", end: kill, expected: KILLED, on: "standing" },
  ] as const)(
    "plays through a $what, $on, and one who watches follows",
    { timeout: 240_000 },
    async (row) => {
      const { what, end, expected, on } = row;
      const host = await ready(
        await clientOf(cluster.url).create({ name: "Host", bots: 3, arena: "meadow", timeLimit: 1800 }),
      );
      const { roomId: code } = host.room;
      let there = cluster.processAt(host.room.connection.url ?? "");
      host.session.onMoved((next) => {
        there = cluster.processAt(next.room.connection.url ?? "");
      });
      const opened = await open(`${cluster.url}/?room=${code}&join=1`, {
        ...withSettings(cluster.url, { name: "Ann" }),
        ...sizes[on],
      });
      const { page } = opened;
      const before = await inMatch(page);
      const watching = await open(`${cluster.url}/r/${code}`, plainLooks(cluster.url, "Wim"));
      await watching.page.getByTestId("card-watch").click({ timeout: PATIENCE });
      const follows = () => watching.page.getByTestId("watch-seen").textContent({ timeout: PATIENCE });
      const first = await follows();
      await untilPhase(page, "playing");
      await page.keyboard.down("KeyD");
      // A snapshot is made every second.
      await ticksLater(page, 120);
      await page.keyboard.up("KeyD");
      await watching.page.getByTestId("watch-next").click();
      const followed = await waitFor("somebody else to be followed", async () => {
        const seen = await follows();
        return seen !== first && seen;
      });
      expect(before.moves).toEqual({ count: 0, lastMs: 0 });
      const from = there;
      const { scores } = await figures(page);
      await page.evaluate(look);
      const name = (moment: string) => `${what}-${moment}-${on}`;
      // A picture takes longer than a crash: until it is taken this page is not told where its seat is.
      const taken = Promise.withResolvers<void>();
      if (what === "crash")
        await page.route("**/matchmake/reconnect/**", (route) => taken.promise.then(() => route.continue()));
      await end(from);
      if (what === "crash") {
        await page.getByTestId("reconnecting").waitFor({ timeout: PATIENCE });
        await opened.screenshot(name("away"));
      }
      taken.resolve();
      await until(page, () => window.pushback.moves.count === 1, undefined);
      await opened.screenshot(name("over"));
      // Somebody may push Ann, which nobody foresees: then the next second counts.
      await waitFor(
        "a second that was foreseen",
        async () => {
          await page.evaluate(() => window.pushback.resetFigures());
          await ticksLater(page, 50);
          return (await figures(page)).maxPredictionError === 0;
        },
        { timeoutMs: PATIENCE },
      );
      await opened.screenshot(name("after"));
      const after = await figures(page);
      expect(there).not.toBe(from);
      expect([after.room, after.sessionId, after.own?.name]).toEqual([code, before.sessionId, "Ann"]);
      expect(after.scores.map(({ name }) => name).sort()).toEqual(scores.map(({ name }) => name).sort());
      for (const { id, score } of scores)
        expect(after.scores.find((row) => row.id === id)?.score).toBeGreaterThanOrEqual(score - 1);
      expect(after.moves.count).toBe(1);
      const seen = await page.evaluate(() => window.seen);
      for (const screen of seen.screens) expect(["match", "reconnecting"]).toContain(screen);
      // The picture stays: nothing of it is painted again, and nobody is missing in it.
      expect(seen).toMatchObject({ workers: 0, fewestOthers: before.others.length });
      await until(watching.page, () => window.pushback.moves.count === 1, undefined);
      const { moves } = await figures(watching.page);
      console.log(
        `${what}, ${on}: the one who watches was away for ${moves.lastMs} ms; ${JSON.stringify(seen)}`,
      );
      await ticksLater(watching.page, 50);
      expect([await follows(), (await figures(watching.page)).own]).toEqual([followed, undefined]);
      opened.expectClean(expected);
      watching.expectClean(expected);
      await opened.close();
      await watching.close();
      if (from.child.exitCode === null && from.child.signalCode === null) from.child.kill("SIGTERM");
      await cluster.restart(from);
    },
  );
});

declare global {
  interface Window {
    /** What the page has shown since it was told to look. */
    seen: { screens: string[]; workers: number; fewestOthers: number; farthestStep: number };
  }
}

/** Looks at each frame of a page: which screens it shows, how many others, how far (tiles) the own character goes at once. */
function look(): void {
  const { own, others } = window.pushback;
  const seen = { screens: [""], workers: 0, fewestOthers: others.length, farthestStep: 0 };
  seen.screens = [];
  window.seen = seen;
  window.Worker = class extends window.Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      seen.workers += 1;
    }
  };
  let last = own;
  const frame = (): void => {
    const { screen, own, others } = window.pushback;
    if (!seen.screens.includes(screen)) seen.screens.push(screen);
    seen.fewestOthers = Math.min(seen.fewestOthers, others.length);
    const step = own && last ? Math.hypot(own.x - last.x, own.y - last.y) : 0;
    seen.farthestStep = Math.max(seen.farthestStep, step);
    last = own ? { ...own } : last;
    requestAnimationFrame(frame);
  };
  frame();
}
