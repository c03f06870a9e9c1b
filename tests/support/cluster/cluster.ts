import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#server/processes/free-port.ts";
import { ensureProgram } from "../../../tools/apt.ts";
import { ensureRedis } from "../../../tools/redis.ts";
import { waitFor } from "../wait-for.ts";
import { ended } from "./child.ts";
import type { RunningProxy } from "./proxy.ts";
import { type ShippedProxy, startShipped } from "./shipped-proxies.ts";

/** Time (ms) that a process may take to start: several start at once on a machine that is busy with other tests. */
const STARTING_MS = 120_000;
const MAIN = join(import.meta.dirname, "../../../game-server/main.ts");
/** The administrator's token of these processes. */
export const ADMIN = "tests are the administrator";
const AUTHORIZED = { headers: { authorization: `Bearer ${ADMIN}` } };

/** The commands that a cluster behind a proxy needs; undefined where one is missing. */
export function clusterCommands({ program }: ShippedProxy): { redis: string; proxy: string } | undefined {
  const redis = ensureRedis();
  const proxy = ensureProgram(program);
  return redis === undefined || proxy === undefined ? undefined : { redis, proxy };
}

/** A Redis of the test's own, which can be ended and started again on the same port, then empty. */
export class TestRedis {
  readonly #command: string;
  readonly #port: number;
  #child: ChildProcess | undefined;

  private constructor(command: string, port: number) {
    this.#command = command;
    this.#port = port;
  }

  static async start(command: string): Promise<TestRedis> {
    const redis = new TestRedis(command, await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const nothingKept = ["--save", "", "--appendonly", "no"];
    const args = ["--port", String(this.#port), "--bind", "127.0.0.1", ...nothingKept];
    const child = spawn(this.#command, args, { stdio: ["ignore", "pipe", "ignore"], cwd: tmpdir() });
    this.#child = child;
    let said = "";
    child.stdout.on("data", (bytes) => {
      said += bytes;
    });
    await waitFor("Redis", () => said.includes("Ready to accept connections"));
  }

  async kill(): Promise<void> {
    this.#child?.kill("SIGKILL");
    if (this.#child !== undefined) await ended(this.#child);
  }
}

/** A process of the game. */
export interface TestProcess {
  readonly port: number;
  /** Where players reach it, after the one address of all. */
  readonly prefix: string;
  /** Its own address, past the proxy. */
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has logged. */
  readonly log: () => string;
}

/** What `/api/processes` tells of a process. */
export interface ListedProcess {
  readonly id: string;
  readonly pid: number;
  readonly address: string;
  readonly state: "open" | "draining";
  readonly rooms: number;
  readonly players: number;
}

/** What a process says of itself at `/metrics`. @param name With its labels. */
export async function metric(process: TestProcess, name: string): Promise<number> {
  const [value = Number.NaN] = await metrics(process, name);
  return value;
}

/** Several of its figures, all of the same moment. */
export async function metrics({ url }: TestProcess, ...names: readonly string[]): Promise<number[]> {
  const answer = await fetch(`${url}/metrics`, AUTHORIZED);
  const lines = (await answer.text()).split("\n");
  return names.map((name) => Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length)));
}

/** All processes, as one of them, or whatever is in front of them, tells the administrator. */
export async function processesOf(url: string): Promise<readonly ListedProcess[]> {
  const response = await fetch(`${url}/api/processes`, AUTHORIZED);
  const { processes } = (await response.json()) as { processes: ListedProcess[] };
  return processes;
}

/** Sends newcomers and rooms from a process elsewhere. */
export async function drain({ url }: TestProcess): Promise<void> {
  const { status } = await fetch(`${url}/admin/drain`, { method: "POST", ...AUTHORIZED });
  if (status !== 202) throw new Error(`A process answered ${status} when it was to be drained.`);
}

/** Three processes behind one address. */
export class TestCluster {
  readonly redis: TestRedis;
  readonly processes: TestProcess[] = [];
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #proxy: RunningProxy | undefined;

  private constructor(redis: TestRedis, folder: string, env: NodeJS.ProcessEnv) {
    this.redis = redis;
    this.#folder = folder;
    this.#env = env;
  }

  /** Starts Redis, processes and a proxy as it is shipped. `env`: what these processes are told besides. */
  static async start(proxy: ShippedProxy, env: NodeJS.ProcessEnv = {}): Promise<TestCluster> {
    const commands = clusterCommands(proxy);
    if (commands === undefined) throw new Error(`There is no redis-server, or no ${proxy.program.command}.`);
    const folder = await mkdtemp(join(tmpdir(), "pushback-cluster-"));
    const cluster = new TestCluster(await TestRedis.start(commands.redis), folder, env);
    const ports = [await freePort(), await freePort(), await freePort()] as const;
    try {
      for (const [i, port] of ports.entries()) cluster.processes.push(cluster.#launch(port, `/p/${i + 1}`));
      await Promise.all(cluster.processes.map(isReady));
      cluster.#proxy = await startShipped(proxy, commands.proxy, ports);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** The one address. */
  get url(): string {
    return this.#proxy?.url ?? "";
  }

  /** The process that a connection leads to. @param url Its address */
  processAt(url = ""): TestProcess {
    const found = this.processes.find(({ prefix }) => url.includes(`${prefix}/`));
    if (found === undefined) throw new Error(`No process is at ${url}.`);
    return found;
  }

  /** Starts a process anew on the port that it had. */
  async restart(process: TestProcess): Promise<TestProcess> {
    const again = this.#launch(process.port, process.prefix);
    this.processes.splice(this.processes.indexOf(process), 1, again);
    await isReady(again);
    return again;
  }

  #launch(port: number, prefix: string): TestProcess {
    return startProcess(port, prefix, this.redis.url, this.#folder, this.#env);
  }

  async stop(): Promise<void> {
    for (const { child } of this.processes) child.kill("SIGKILL");
    await Promise.all(this.processes.map(({ child }) => ended(child)));
    await this.#proxy?.stop();
    await this.redis.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function startProcess(
  port: number,
  prefix: string,
  redisUrl: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): TestProcess {
  const child = fork(MAIN, {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      PATH: process.env.PATH,
      HOST: "127.0.0.1",
      PORT: String(port),
      WEBRTC_PORT: "0",
      DATA_DIR: join(folder, String(port)),
      REDIS_URL: redisUrl,
      PUBLIC_ADDRESS: prefix,
      GUEST_SECRET: "all processes of these tests have this secret",
      ADMIN_TOKEN: ADMIN,
      TRUST_PROXY: "1",
      MAX_ROOMS_PER_MINUTE: "10000",
      MAX_JOINS_PER_MINUTE: "100000",
      MAX_CONNECTIONS_PER_ADDRESS: "10000",
      MAX_ROOMS_PER_ADDRESS: "1000",
      MAX_RESERVATIONS_PER_ADDRESS: "1000",
      MAX_CHARACTERS_PER_ADDRESS: "10000",
      // A test beside others on a machine with few cores is not to be refused for it.
      MAX_LATE_MS: "10000",
      ...env,
    },
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (bytes) => {
      log += bytes;
    });
  }
  return { port, prefix, url: `http://127.0.0.1:${port}`, child, log: () => log };
}

async function isReady(process: TestProcess): Promise<void> {
  await waitFor(
    `the process on ${process.port}`,
    async () => {
      if (process.child.exitCode !== null) throw new Error(`It has ended: ${process.log()}`);
      return (await fetch(`${process.url}/healthz`).catch(() => undefined))?.ok === true;
    },
    { timeoutMs: STARTING_MS },
  );
}
