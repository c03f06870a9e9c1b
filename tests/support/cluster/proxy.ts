import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#server/processes/free-port.ts";
import { waitFor } from "../wait-for.ts";
import { ended } from "./child.ts";

/** A proxy that runs in front of a server of this machine. */
export interface RunningProxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** How a proxy is started that listens on a port and may write into a folder. */
export interface ProxyStart {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a proxy and waits until it passes on what a server answers. `prepare` writes its configuration.
 * @throws Error with what it said, when it ends.
 */
export async function startProxy(
  prepare: (folder: string, port: number) => Promise<ProxyStart>,
): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), "pushback-proxy-"));
  const port = await freePort();
  const { command, args, env } = await prepare(folder, port);
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  let log = "";
  child.stderr.on("data", (bytes) => {
    log += bytes;
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor("the proxy", async () => child.exitCode !== null || (await fetch(`${url}/healthz`)).ok);
  if (child.exitCode !== null) throw new Error(`${command} has ended: ${log}`);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
