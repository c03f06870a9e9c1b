import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN, clusterCommands, TestCluster, type TestProcess } from "../support/cluster/cluster.ts";
import { SHIPPED_PROXIES } from "../support/cluster/shipped-proxies.ts";
import { clientOf, ready } from "../support/game.ts";
import { useBrowser } from "./support/browser.ts";
import { figures, inMatch, ticksLater, until, untilPhase, withSettings } from "./support/game-page.ts";

const [nginx] = SHIPPED_PROXIES;
if (nginx === undefined) throw new Error("No proxy is shipped.");
const hasAll = process.env.NIGHTLY === "1" && clusterCommands(nginx) !== undefined;

/** What the browser itself says of lines to a process that was killed, and of rooms that are just being brought back. */
const KILLED = [/WebSocket connection to .* failed/, /^failed request: .*ERR_/, /50[234]/];

const open = useBrowser();

describe.runIf(hasAll)("a page whose room goes on in another process", () => {
  let cluster!: TestCluster;
  beforeAll(async () => {
    cluster = await TestCluster.start(nginx);
  }, 180_000);
  afterAll(() => cluster?.stop());

  function processAt(url: string): TestProcess {
    const found = cluster.processes.find(({ prefix }) => url.includes(`${prefix}/`));
    if (found === undefined) throw new Error(`No process is at ${url}.`);
    return found;
  }

  async function drain({ url }: TestProcess): Promise<void> {
    const headers = { authorization: `Bearer ${ADMIN}` };
    const { status } = await fetch(`${url}/admin/drain`, { method: "POST", headers });
    expect(status).toBe(202);
  }

  async function kill({ child }: TestProcess): Promise<void> {
    child.kill("SIGKILL");
  }

  it.each([
    { what: "a move", end: drain, expected: [] },
    { what: "a crash", end: kill, expected: KILLED },
  ])("plays through $what", { timeout: 180_000 }, async ({ what, end, expected }) => {
    const host = await ready(
      await clientOf(cluster.url).create({ name: "Host", bots: 3, arena: "meadow", timeLimit: 1800 }),
    );
    const { roomId: code } = host.room;
    let there = processAt(host.room.connection.url ?? "");
    host.session.onMoved((next) => {
      there = processAt(next.room.connection.url ?? "");
    });
    const address = `${cluster.url}/?room=${code}&join=1`;
    const opened = await open(address, withSettings(cluster.url, { name: "Ann" }));
    const { page } = opened;
    const before = await inMatch(page);
    await untilPhase(page, "playing");
    await page.keyboard.down("KeyD");
    // A snapshot is made every second.
    await ticksLater(page, 120);
    await page.keyboard.up("KeyD");
    expect(before.moves).toEqual({ count: 0, lastMs: 0 });
    // Every screen that the page shows from here on.
    await page.evaluate(() => {
      const seen = new Set<string>();
      const look = (): void => {
        seen.add(window.pushback.screen);
        document.documentElement.dataset.screens = [...seen].join();
        requestAnimationFrame(look);
      };
      look();
    });
    const from = there;
    const { scores } = await figures(page);
    await end(from);
    await opened.screenshot(`${what.replace(" ", "-")}-begins`);
    await until(page, () => window.pushback.moves.count === 1, undefined);
    await opened.screenshot(`${what.replace(" ", "-")}-over`);
    await ticksLater(page, 100);
    await page.evaluate(() => window.pushback.resetFigures());
    await ticksLater(page, 100);
    await opened.screenshot(`${what.replace(" ", "-")}-after`);
    const after = await figures(page);
    expect(there).not.toBe(from);
    expect([after.room, after.sessionId, after.own?.name]).toEqual([code, before.sessionId, "Ann"]);
    expect(after.scores.map(({ name }) => name).sort()).toEqual(scores.map(({ name }) => name).sort());
    for (const { id, score } of scores)
      expect(after.scores.find((row) => row.id === id)?.score).toBeGreaterThanOrEqual(score - 1);
    expect(after.maxPredictionError).toBe(0);
    expect(after.moves.count).toBe(1);
    const screens = (await page.evaluate(() => document.documentElement.dataset.screens ?? "")).split(",");
    console.log(`${what}: ${after.moves.lastMs} ms, screens ${screens.join(", ")}`);
    for (const screen of screens) expect(["match", "reconnecting"]).toContain(screen);
    opened.expectClean(expected);
    await opened.close();
    if (from.child.exitCode === null && from.child.signalCode === null) from.child.kill("SIGTERM");
    await cluster.restart(from);
  });
});
