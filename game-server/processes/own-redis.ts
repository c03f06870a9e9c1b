import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";

/** A Redis on this machine that keeps nothing, for processes that end with it. */
export interface OwnRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const MISSING =
  "PROCESSES needs a Redis by which the processes share their rooms. Set REDIS_URL, or install redis-server (on Debian and Ubuntu: sudo apt-get install redis-server).";

/**
 * Starts a Redis from the PATH on loopback.
 * @param port A free port.
 * @throws Error in words when there is none, or when it does not start.
 */
export async function startRedis(port: number): Promise<OwnRedis> {
  const nothingKept = ["--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", ...nothingKept], {
    cwd: tmpdir(),
    // Ctrl-C in a terminal is for us, and it ends after those who need it.
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (bytes) => {
      said = (said + bytes).slice(-2000);
      if (said.includes("Ready to accept connections")) resolve();
    });
  });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once("error", () => reject(new Error(MISSING)));
    child.once("exit", () => reject(new Error(`redis-server did not start:\n${said}`)));
  });
  await Promise.race([ready, failed]);
  // It ends with us, which is no failure.
  failed.catch(() => {});
  process.once("exit", () => child.kill("SIGKILL"));
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
