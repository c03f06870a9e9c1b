import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { PacketLink } from "#lab/transports/link/packet-link.ts";
import type { Results } from "#lab/transports/results.ts";
import { waitFor } from "../support/wait-for.ts";

const MAIN = fileURLToPath(new URL("../../game-lab/transports/main.ts", import.meta.url));
/** Seconds, not minutes: that it works, not what it finds out. */
const SMALL = [
  "--players",
  "2",
  "--seconds",
  "1",
  "--warm-up",
  "0",
  "--repeats",
  "1",
  "--tries",
  "1",
  "--seed",
  "7",
];

/** Why this machine has no link of packets; undefined when it has one. */
const whyNoPackets = await PacketLink.start(1).then(
  (link) => link.stop(),
  (error: Error) => error.message,
);

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly status: Promise<number | null>;
}

function lab(...args: string[]): Run {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { child, output: () => output, status: once(child, "exit").then(([status]) => status) };
}

async function measureInto(...args: string[]): Promise<{ results: Results; folder: string; run: Run }> {
  const folder = await mkdtemp(join(tmpdir(), "lab-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const run = lab(...SMALL, "--out", folder, ...args);
  expect(await run.status, run.output()).toBe(0);
  const results: Results = JSON.parse(await readFile(join(folder, "transports.json"), "utf8"));
  return { results, folder, run };
}

function figuresOf(results: Results, way: string) {
  const figures = results.cells.find((cell) => cell.way === way)?.figures;
  if (figures === undefined) throw new Error(`Nothing was measured of ${way}.`);
  return figures;
}

function namespaces(pid: number | undefined): string[] {
  const all = execFileSync("ip", ["netns", "list"], { encoding: "utf8", stdio: "pipe" });
  return all.split("\n").filter((name) => name.includes(`pushback-lab-${pid}-`));
}

afterEach(async () => {
  // Whatever a run has started in namespaces of its own ends with it.
  if (whyNoPackets === undefined) await waitFor("no namespaces", () => namespaces(process.pid).length === 0);
});

describe("the lab", { timeout: 120_000 }, () => {
  it("refuses what makes no sense, in words", async () => {
    const run = lab("--transports", "pigeon");
    expect(await run.status).toBe(2);
    expect(run.output()).toContain('there is no "pigeon"');
  });

  it("measures through a proxy where packets cannot be touched, and says what that leaves out", async () => {
    const { results, folder, run } = await measureInto(
      ...["--link", "bytes", "--transports", "websocket,polling,socket.io", "--conditions", "25ms,loss-5"],
      ...["--duel-rooms", "2", "--duel-rounds", "1", "--duel-seconds", "20"],
    );
    expect(run.output()).toContain("delays bytes, not packets");
    expect(results.leftOut).toContain("25 ms and 5 % loss");
    for (const way of ["websocket", "polling", "socket.io"]) {
      const { age, updates, wire, dry, starved, carriers } = figuresOf(results, way);
      // Nothing is younger than the way is long. How much comes is a matter of how busy the machine is.
      expect(age.p50, way).toBeGreaterThan(25);
      expect(updates, way).toBeGreaterThan(0);
      expect(wire, way).toBeUndefined();
      // The control has neither a page nor ticks.
      const control = way === "socket.io";
      expect(carriers, way).toEqual(control ? undefined : { [way]: 2 });
      for (const share of control ? [] : [dry, starved]) {
        expect(share, way).toBeGreaterThanOrEqual(0);
        expect(share, way).toBeLessThanOrEqual(1);
      }
    }
    // Between two polls there are 100 ms.
    expect(figuresOf(results, "polling").age.p95).toBeGreaterThan(25 + 50);
    expect(figuresOf(results, "polling").requests).toBeGreaterThan(2);
    expect(figuresOf(results, "websocket").requests).toBe(0);
    expect(results.duels.map(({ way }) => way)).toEqual(["websocket", "polling"]);
    for (const { wins, losses, draws, wanted } of results.duels) {
      expect(wanted).toBe(1);
      expect(wins + losses + draws).toBeGreaterThanOrEqual(1);
    }
    const text = await readFile(join(folder, "transports.md"), "utf8");
    expect(text).toContain("| websocket |");
    expect(text).not.toContain("NaN");
    for (const picture of await readdir(join(folder, "images"))) {
      expect(text).toContain(`images/${picture}`);
      expect(await readFile(join(folder, "images", picture), "utf8")).not.toContain("NaN");
    }
  });
});

describe("a link of packets", { timeout: 120_000 }, () => {
  it.runIf(whyNoPackets !== undefined)("is refused with the reason where there is none", async () => {
    const run = lab(...SMALL, "--link", "packets");
    expect(await run.status).not.toBe(0);
    expect(run.output()).toContain(whyNoPackets);
  });

  it.skipIf(whyNoPackets !== undefined)("loses packets, and counts all that passes", async () => {
    const { results } = await measureInto(
      ...["--link", "packets", "--transports", "websocket", "--conditions", "loss-15", "--seconds", "3"],
      ...["--players", "4", "--duel-rooms", "0"],
    );
    const { age, wire, payloadDown, dry, starved } = figuresOf(results, "websocket");
    expect(age.p50).toBeGreaterThan(25);
    // TCP sends again what is lost and keeps back what is behind it: others stand still meanwhile, and ticks have no input.
    expect(dry).toBeGreaterThan(0);
    expect(starved).toBeGreaterThan(0);
    // IP and TCP alone are 40 bytes in each packet.
    expect(wire?.down).toBeGreaterThan(payloadDown + 40);
    // Of some 1000 packets, 15 % are lost give or take 1.1 %: five times that on either side.
    expect(wire?.lost).toBeGreaterThan(0.09);
    expect(wire?.lost).toBeLessThan(0.21);
  });

  it.skipIf(whyNoPackets !== undefined)("leaves nothing behind, interrupted or killed", async () => {
    const forLong = [...SMALL, "--link", "packets", "--seconds", "60", "--conditions", "clear"];
    const [interrupted, killed] = [lab(...forLong), lab(...forLong)];
    for (const { child } of [interrupted, killed]) {
      await waitFor("its namespaces", () => namespaces(child.pid).length === 2, { timeoutMs: 60_000 });
    }
    interrupted.child.kill("SIGINT");
    killed.child.kill("SIGKILL");
    expect(await interrupted.status, interrupted.output()).toBe(130);
    expect(namespaces(interrupted.child.pid)).toEqual([]);
    await waitFor("no namespaces", () => namespaces(killed.child.pid).length === 0);
  });
});
