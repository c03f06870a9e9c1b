import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, constants, openSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ROOMY } from "#bots/load/roomy.ts";
import { freePort } from "#server/processes/free-port.ts";
import { ROOT } from "../support/layers/project-files.ts";
import { waitFor } from "../support/wait-for.ts";
import { reserveSeat } from "./support/bare-player.ts";

interface Unheard {
  readonly server: ChildProcess;
  readonly url: string;
}

/** Starts the server as `npm start` does, with all that it prints going to `output`. */
async function start(output: "pipe" | number): Promise<Unheard> {
  // A server that cannot print does not say which one it took.
  const port = await freePort();
  const server = spawn(process.execPath, [join(ROOT, "game-server/main.ts")], {
    env: {
      ...process.env,
      ...ROOMY,
      PORT: String(port),
      WEBRTC_PORT: "0",
      HOST: "127.0.0.1",
      LOG_LEVEL: "info",
    },
    stdio: ["ignore", output, output],
  });
  if (typeof output === "number") closeSync(output);
  onTestFinished(() => {
    if (server.exitCode === null) server.kill("SIGKILL");
  });
  return { server, url: `http://127.0.0.1:${port}` };
}

async function get(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

/** A server takes seconds to start on a busy machine. */
async function ready({ url }: Unheard): Promise<void> {
  await waitFor("the server", () => get(`${url}/healthz`), { timeoutMs: 60_000 });
}

/** Opens a room, which is logged. */
async function openRoom(url: string): Promise<void> {
  await reserveSeat(url);
  expect(await get(`${url}/healthz`)).toContain("ready");
}

async function expectEndInOrder({ server }: Unheard): Promise<void> {
  server.kill("SIGTERM");
  await waitFor("the end", () => server.exitCode !== null || server.signalCode !== null);
  expect([server.exitCode, server.signalCode]).toEqual([0, null]);
}

async function expectAliveWithoutLog(unheard: Unheard): Promise<void> {
  const { url } = unheard;
  await openRoom(url);
  await waitFor("lost lines in the metrics", async () =>
    Number(/^pushback_log_lost_total (\d+)$/m.exec(await get(`${url}/metrics`))?.[1]),
  );
  await expectEndInOrder(unheard);
}

describe("a server whose log cannot be written", { timeout: 120_000 }, () => {
  it("plays on when the disk is full, says so, and ends when it is told to", async () => {
    const full = openSync("/dev/full", "w");
    const unheard = await start(full);
    await ready(unheard);
    await expectAliveWithoutLog(unheard);
  });

  it("plays on when whoever read it is gone, says so, and ends when it is told to", async () => {
    const unheard = await start("pipe");
    unheard.server.stdout?.resume();
    unheard.server.stderr?.resume();
    await ready(unheard);
    unheard.server.stdout?.destroy();
    unheard.server.stderr?.destroy();
    await expectAliveWithoutLog(unheard);
  });

  it("starts even when nobody reads it from the beginning", async () => {
    const unheard = await start("pipe");
    unheard.server.stdout?.destroy();
    unheard.server.stderr?.destroy();
    await ready(unheard);
    await expectAliveWithoutLog(unheard);
  });

  it("waits for nobody who stands still behind a full pipe", async () => {
    const folder = await mkdtemp(join(tmpdir(), "pushback-log-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "log");
    spawnSync("mkfifo", [path]);
    const reader = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    expect(() => {
      for (;;) writeSync(reader, "x".repeat(4096));
    }).toThrow("EAGAIN");
    const unheard = await start(openSync(path, "w"));
    await ready(unheard);
    await openRoom(unheard.url);
    await expectEndInOrder(unheard);
  });
});
