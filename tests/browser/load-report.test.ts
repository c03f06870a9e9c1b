import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { buildReport } from "#bots/load/build-report.ts";
import { Collector } from "#bots/load/collector.ts";
import { renderReport } from "#bots/load/html.ts";
import { Latencies } from "#bots/load/latency.ts";
import { parseOptions } from "#bots/load/options.ts";
import { ServerWatch } from "#bots/load/server-watch.ts";
import { noCounts } from "#bots/load/tally.ts";
import { useBrowser } from "./support/browser.ts";

const open = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "pushback-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A report as a run of eight seconds with two clients, whose room moves, makes it, and with words that want to be markup. */
async function writeReport(): Promise<string> {
  const origin = "http://127.0.0.1:1";
  const collector = new Collector(origin, 1, 2, 8);
  for (let second = 0; second < 8; second++) {
    const latencies = new Latencies();
    for (let ms = 1; ms < 50; ms++) {
      for (const name of ["roundTrip", "inputToAck", "patchInterval", "ageOfState"] as const) {
        latencies.record(name, ms * (second + 1));
      }
    }
    collector.add({
      type: "second",
      second,
      connected: 2,
      places: { [`${origin}/p/1`]: second < 5 ? 2 : 0, [`${origin}/p/2`]: second < 5 ? 0 : 2 },
      counts: {
        ...noCounts(),
        moves: second === 5 ? 2 : 0,
        patches: 50,
        bytesDown: 5000,
        bytesUp: 900,
        inputs: 100,
      },
      latencies: latencies.encode(),
      errors: second === 5 ? [["</script><b>markup</b>", 3]] : [],
      lateMs: 1,
      cpuPercent: 12,
    });
  }
  collector.finish();
  const client = {
    room: 0,
    transport: "websocket",
    patches: 150,
    bytesDown: 1,
    bytesUp: 1,
    reconnects: 0,
    seconds: 6,
  };
  collector.ends.push({
    type: "done",
    compared: 6,
    diverged: 1,
    comparedAfterMoves: 2,
    examples: ["client 1 at tick 100: a player is missing"],
    clients: [
      { ...client, number: 0, p50: 3, p99: 9 },
      { ...client, number: 1, p50: 4, p99: 12 },
    ],
  });
  const report = buildReport({
    options: parseOptions(["--clients", "2"], {}, 2),
    origin,
    startedAt: new Date(0),
    ended: "completed",
    collector,
    watch: new ServerWatch(origin, undefined),
  });
  const file = join(folder, "report.html");
  writeFileSync(file, await renderReport(report));
  return pathToFileURL(file).href;
}

describe("the page of a load test", async () => {
  const url = await writeReport();

  it.each([
    ["a laptop", 1280, 720, "light"],
    ["a telephone, in the dark", 390, 844, "dark"],
  ] as const)(
    "shows figures and plots on %s without needing anything else",
    async (name, width, height, colorScheme) => {
      const opened = await open(url, { viewport: { width, height }, colorScheme });
      const { page } = opened;
      expect(await page.locator("h1").textContent()).toBe("2 clients in 1 room");
      expect(await page.locator(".badge").textContent()).toBe("A limit was exceeded");
      // Four latencies, clients, the same by process, moves, traffic, CPU, lateness, and the spread over clients.
      expect(await page.locator("canvas").count()).toBe(11);
      expect(await page.locator("body").textContent()).toContain("</script><b>markup</b>");
      expect(await page.locator("section", { hasText: "2 moves of clients" }).textContent()).toContain(
        "/p/2022",
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await opened.screenshot(`load-report-${name.split(",")[0]?.replaceAll(" ", "-")}`);
      opened.expectClean();
    },
  );
});
