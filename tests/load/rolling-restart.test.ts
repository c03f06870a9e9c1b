import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it, onTestFailed } from "vitest";
import { reportSchema } from "#bots/load/report-schema.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { ended } from "../support/cluster/child.ts";
import { ADMIN, clusterCommands, processesOf, TestCluster } from "../support/cluster/cluster.ts";
import { SHIPPED_NGINX } from "../support/cluster/shipped-proxies.ts";
import { clientOf } from "../support/game.ts";
import { ROOT } from "../support/layers/project-files.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";
import { endAll, loadtest } from "./support/runs.ts";

const CLIENTS = 30;
const ROOMS = 5;
const ROUNDS = 5;
/** Time (ms) between two rooms that somebody opens. */
const BETWEEN_MS = 200;
/** Where the figures of the last run are. */
const FOLDER = join(ROOT, "artifacts/loadtest");

/** Opens rooms one after the other, and leaves them again, until told to stop; then returns how many, or throws what went wrong. */
function openRooms(url: string): () => Promise<number> {
  let isOver = false;
  const opening = (async () => {
    let opened = 0;
    while (!isOver) {
      const host = await clientOf(url).create({ bots: 0, private: true });
      opened += 1;
      await host.leave();
      await pause(BETWEEN_MS);
    }
    return opened;
  })();
  opening.catch(() => {});
  return () => {
    isOver = true;
    return opening;
  };
}

/** Waits for two lines of a load test in which everybody is connected: whoever updates a cluster lets it come to rest between two processes. */
async function settled({ output }: { output: () => string }): Promise<void> {
  const since = output().length;
  const everybody = `${CLIENTS}/${CLIENTS} connected`;
  await waitFor(
    "everybody to be connected for a while",
    () => output().slice(since).split(everybody).length > 2,
    {
      timeoutMs: 120_000,
    },
  );
}

afterEach(endAll, 60_000);

describe.runIf(NIGHTLY && clusterCommands(SHIPPED_NGINX))(
  "three processes that are restarted in turn",
  () => {
    it("under load lose no match, keep nobody waiting, and let rooms be opened all the time", async () => {
      mkdirSync(FOLDER, { recursive: true });
      const [json, html] = ["json", "html"].map((kind) => join(FOLDER, `rolling-restart.${kind}`));
      const cluster = await TestCluster.start(SHIPPED_NGINX);
      onTestFailed(() => {
        for (const { prefix, log } of cluster.processes) process.stderr.write(`${prefix}:\n${log()}\n`);
      });
      try {
        const run = loadtest(
          `--url ${cluster.url} --clients ${CLIENTS} --rooms ${ROOMS} --players-per-room 12 --brain wander --ramp 10 --duration 3000 --transport ${TRANSPORTS.join(",")} --max-p50-move 300 --max-move 2000 --report ${json} --html ${html}`,
          { ADMIN_TOKEN: ADMIN },
        );
        await waitFor("everybody", () => run.output().includes(`${CLIENTS}/${CLIENTS} connected`), {
          timeoutMs: 120_000,
        });
        const stopOpening = openRooms(cluster.url);
        for (let round = 0; round < ROUNDS; round++) {
          for (const one of [...cluster.processes]) {
            one.child.kill("SIGTERM");
            await ended(one.child);
            expect([one.child.exitCode, one.child.signalCode]).toEqual([0, null]);
            await cluster.restart(one);
            await waitFor("all three to be open", async () => {
              const all = await processesOf(cluster.url);
              return all.length === 3 && all.every(({ state }) => state === "open");
            });
            await settled(run);
          }
        }
        expect(await stopOpening()).toBeGreaterThan(ROUNDS);
        run.child.kill("SIGINT");
        await run.ended;
        const report = reportSchema.parse(JSON.parse(readFileSync(json ?? "", "utf8")));
        process.stdout.write(run.output());
        expect(report.errors.kinds).toEqual([]);
        expect(report.clients).toMatchObject({ joined: CLIENTS, connectedAtEnd: CLIENTS, lostMoves: 0 });
        // Whoever is on the last process that ends has moved in each round.
        expect(report.clients.moves).toBeGreaterThanOrEqual(CLIENTS * ROUNDS);
        expect(report.divergence).toMatchObject({ diverged: 0, examples: [] });
        expect(report.divergence.comparedAfterMoves).toBeGreaterThan(CLIENTS);
        expect(report.verdict.judgements.filter(({ passed }) => !passed)).toEqual([]);
      } finally {
        await cluster.stop();
      }
    }, 1_200_000);
  },
);
