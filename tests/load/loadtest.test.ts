import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { reportSchema } from "#bots/load/report-schema.ts";
import { waitFor } from "../support/wait-for.ts";
import { endAll, loadtest, type Run, start } from "./support/runs.ts";

const SERVER = join(import.meta.dirname, "../../game-server/main.ts");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pushback-load-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(endAll);

/** A server of this test, and its address. */
async function server(env: NodeJS.ProcessEnv): Promise<{ run: Run; url: string }> {
  const run = start(SERVER, [], { PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent", ...env });
  const url = await waitFor("the server", () => /http:\/\/localhost:\d+/.exec(run.output())?.[0]);
  return { run, url: url.replace("localhost", "127.0.0.1") };
}

function expectWords(run: Run): void {
  expect(run.output()).not.toMatch(/^\s+at .*:\d+:\d+/m);
}

describe("npm run loadtest", () => {
  it("loads a server of its own over several transports, with churn, and finds nothing wrong", async () => {
    const json = join(folder, "report.json");
    const html = join(folder, "report.html");
    const run = loadtest(
      `--clients 6 --rooms 2 --workers 2 --ramp 1 --duration 5 --churn 1 --transport websocket:2,long-polling:1 --report ${json} --html ${html}`,
    );
    const status = await run.ended;
    expect(`${run.output()}\n${status}`).toMatch(/\n0$/);
    const report = reportSchema.parse(JSON.parse(readFileSync(json, "utf8")));
    expect(report).toMatchObject({ ended: "completed", measuredSeconds: 5, errors: { total: 0 } });
    // Somebody left and was replaced, and somebody lost the line and came back.
    expect(report.clients.joined).toBeGreaterThan(6);
    expect(report.clients.reconnects).toBeGreaterThan(0);
    expect(report.divergence.compared).toBeGreaterThan(0);
    expect(report.divergence.diverged).toBe(0);
    for (const name of ["timeToJoin", "roundTrip", "inputToAck", "patchInterval", "ageOfState"] as const) {
      expect(report.latencies[name]?.count).toBeGreaterThan(0);
    }
    // 2 rooms of 50 steps a second for 5 s, less what a busy machine leaves out.
    expect(report.server?.steps).toBeGreaterThan(100);
    expect(report.server?.cpuSeconds).toBeGreaterThan(0);
    expect(new Set(report.perClient.map(({ transport }) => transport))).toEqual(
      new Set(["websocket", "long-polling"]),
    );
    const page = readFileSync(html, "utf8");
    // The plots bring their own library and its styles.
    expect(page).toContain(".uplot");
    expect(page).toContain("u-legend");
    expect(page).not.toMatch(/(src|href)="(?!data:)/);
    expectWords(run);
  });

  it("finds a server that is too slow by its limits", async () => {
    const json = join(folder, "slow.json");
    const run = loadtest(
      `--clients 2 --ramp 0 --duration 3 --brain wander --max-p99-step 8 --report ${json}`,
      { SLOW_STEP_MS: "15" },
    );
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain("EXCEEDED  --max-p99-step 8");
    const report = reportSchema.parse(JSON.parse(readFileSync(json, "utf8")));
    expect(report.server?.stepLength?.p50).toBeGreaterThanOrEqual(15);
  });

  it("reports what it has when the server dies", async () => {
    const run = loadtest("--clients 4 --ramp 0 --duration 60 --brain wander");
    await waitFor("a line of progress", () => run.output().includes("4/4 connected"), { timeoutMs: 30_000 });
    const pid = Number(/process (\d+)/.exec(run.output())?.[1]);
    process.kill(pid, "SIGKILL");
    expect(await run.ended).toBe(3);
    expect(run.output()).toContain("The server ended by SIGKILL");
    expect(run.output()).toContain("4 joined");
    expectWords(run);
  });

  it("ends cleanly with the report so far when it is interrupted", async () => {
    const json = join(folder, "interrupted.json");
    const run = loadtest(`--clients 2 --ramp 0 --duration 60 --brain wander --report ${json}`);
    await waitFor("a line of progress", () => run.output().includes("2/2 connected"), { timeoutMs: 30_000 });
    run.child.kill("SIGINT");
    expect(await run.ended).toBe(130);
    expect(reportSchema.parse(JSON.parse(readFileSync(json, "utf8"))).ended).toBe("Interrupted");
  });

  it("says why a server turned clients away", async () => {
    const { url } = await server({ MAX_ROOMS: "1", MAX_ROOMS_PER_MINUTE: "100" });
    const run = loadtest(`--url ${url} --clients 4 --players-per-room 2 --ramp 1 --duration 1`);
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/1 x This server is full.*MAX_ROOMS/);
    expect(run.output()).toContain("2 joined");
    expect(run.output()).toContain("ADMIN_TOKEN");
    expectWords(run);
  });

  it("says when there is no server, or something else", async () => {
    const other = createServer((_request, response) => response.end("hello"));
    await once(other.listen(0, "127.0.0.1"), "listening");
    const { port } = other.address() as AddressInfo;
    const elsewhere = loadtest(`--url http://127.0.0.1:${port}`);
    expect(await elsewhere.ended).toBe(3);
    expect(elsewhere.output()).toContain("no Pushback server");
    await new Promise((resolve) => other.close(resolve));
    const nowhere = loadtest(`--url http://127.0.0.1:${port}`);
    expect(await nowhere.ended).toBe(3);
    expect(nowhere.output()).toContain("Nobody answers at that address");
    expectWords(nowhere);
  });
});
