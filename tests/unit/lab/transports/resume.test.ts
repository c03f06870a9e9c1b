import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { CONDITIONS } from "#lab/transports/conditions.ts";
import { Keeper } from "#lab/transports/keeper.ts";
import { parseOptions } from "#lab/transports/options.ts";
import { checkResumable, resultsOf } from "#lab/transports/progress.ts";
import { reportOf } from "#lab/transports/report/document.ts";
import { readResults, writeResults } from "#lab/transports/results.ts";
import { WAYS } from "#lab/transports/ways.ts";
import { madeCell, madeResults } from "./made-results.ts";

const PACKETS = { link: { kind: "packets", why: "" }, why: "" } as const;
const OLD = new URL("../../../../docs/transports.json", import.meta.url);

async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lab-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "run.json");
}

describe("a file of a run", () => {
  it("is gone on with, and keeps what comes", async () => {
    const name = await file();
    await writeFile(name, writeResults(madeResults()));
    const { keeper, known } = await Keeper.resume(name);
    expect(known).toEqual(madeResults());
    const more = madeResults({ seconds: 99 });
    await keeper.keep(more);
    await keeper.done();
    expect(readResults(await readFile(name, "utf8"), name)).toEqual(more);
  });

  it("is refused in words when it holds something else, or is not there", async () => {
    const name = await file();
    await expect(Keeper.resume(name)).rejects.toThrow("--resume: ENOENT");
    await writeFile(name, "{}");
    await expect(Keeper.resume(name)).rejects.toThrow(`--resume: ${name} is no transports.json of the lab`);
  });
});

describe("going on with a run", () => {
  const check = (...args: string[]) =>
    checkResumable(madeResults(), { site: PACKETS, options: parseOptions(args) });

  it("takes the same windows, players, bots and link", () => {
    expect(() => check()).not.toThrow();
    expect(() => check("--seconds", "4", "--seed", "2")).toThrow(
      "--seconds was 10 and is 4, --seed was 1 and is 2. Give the same options",
    );
    const bytes = { link: { kind: "bytes" }, why: "" } as const;
    expect(() => checkResumable(madeResults(), { site: bytes, options: parseOptions([]) })).toThrow(
      "--link was packets and is bytes",
    );
  });

  it("can only add repeats", () => {
    const known = madeResults();
    const thrice = { ...known, plan: { ...known.plan, repeats: 3 } };
    const options = parseOptions(["--repeats", "2"]);
    expect(() => checkResumable(thrice, { site: PACKETS, options })).toThrow("There are 3 repeats already");
  });

  it("has what was known, adds to it, and says when it went on and for how long", () => {
    const known = madeResults({ instruments: { playersLate: { median: 1, worst: 2 }, linkLate: undefined } });
    const options = parseOptions(["--conditions", "loss-3", "--transports", "polling"]);
    const begun = { at: new Date(Date.now() - 5000), site: PACKETS, options, known };
    const { ways, conditions } = options;
    const plan = { ways, conditions, repeats: 1, tries: 3, duelRounds: [] };
    const cells = [...known.cells, { ...madeCell("polling", "loss-3"), lateMs: 7 }];
    const results = resultsOf(begun, plan, { cells, duels: [], linkLate: [] });
    expect(results.ways.map(({ id }) => id)).toEqual(["websocket", "webrtc", "sse", "polling"]);
    expect(results.conditions.map(({ id }) => id)).toEqual(["25ms", "loss-3", "loss-5"]);
    expect(results.cells).toEqual(cells);
    expect(results.startedAt).toBe(known.startedAt);
    expect(results.resumed?.map(({ startedAt }) => startedAt)).toEqual([begun.at.toISOString()]);
    expect(results.seconds).toBeGreaterThanOrEqual(known.seconds + 5);
    expect(results.instruments.playersLate).toEqual({ median: 7, worst: 7 });
    expect(readResults(writeResults(results), "it")).toEqual(results);
  });
});

describe("figures of record", () => {
  it("can still be read", async () => {
    const results = readResults(await readFile(OLD, "utf8"), "transports.json");
    const { cells, ways, conditions } = results;
    expect(cells.length).toBeGreaterThan(50);
    for (const { id } of ways) expect(WAYS.map((way) => way.id)).toContain(id);
    expect(reportOf(results).text).not.toMatch(/NaN|undefined/);
    for (const { id } of conditions) expect(CONDITIONS.map((one) => one.id)).toContain(id);
  });
});
