import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { waitFor } from "../../support/wait-for.ts";

/** Bytes that a process holds after its garbage was collected. */
const Memory = z.object({
  heapUsed: z.number(),
  external: z.number(),
  arrayBuffers: z.number(),
  rss: z.number(),
});
export type Memory = z.infer<typeof Memory>;
const Told = z.union([z.object({ fault: z.string() }), z.object({ memory: Memory })]);

const ROOT = join(import.meta.dirname, "../../..");
/** Bytes of the log that are kept for the message of a failure. */
const KEPT_LOG = 20_000;
/** Once an address is not held up by what others do, the machine may take so long (ms) for an answer. */
const ANSWER_MS = 20_000;

/** The game server as it is started in the field, in a process of its own that is watched. */
export class Target {
  readonly #child: ChildProcess;
  readonly #faults: string[] = [];
  readonly #memories: ((memory: Memory) => void)[] = [];
  #log = "";
  /** Bytes that it has printed. */
  logged = 0;
  port = 0;

  private constructor(environment: Record<string, string>) {
    this.#child = fork(join(ROOT, "game-server/main.ts"), {
      cwd: ROOT,
      silent: true,
      execArgv: ["--expose-gc", "--import", join(import.meta.dirname, "monitor.ts")],
      env: {
        ...process.env,
        PORT: "0",
        WEBRTC_PORT: "0",
        HOST: "127.0.0.1",
        TRUST_PROXY: "1",
        ...environment,
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (bytes: Buffer) => {
        this.logged += bytes.length;
        this.#log = (this.#log + bytes.toString()).slice(-KEPT_LOG);
      });
    }
    this.#child.on("message", (message) => {
      const told = Told.parse(message);
      if ("fault" in told) this.#faults.push(told.fault);
      else this.#memories.shift()?.(told.memory);
    });
  }

  /** Starts one. @throws Error with what it printed when it does not come up. */
  static async start(environment: Record<string, string> = {}): Promise<Target> {
    const target = new Target(environment);
    target.port = await waitFor("the server to listen", () => {
      if (!target.isAlive) throw new Error(`it has ended: ${target.#log}`);
      return Number(/ready: http:\/\/localhost:(\d+)/.exec(target.#log)?.[1]);
    });
    return target;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** @throws Error when it has ended, does not answer, or had a fault that nobody caught. */
  async expectSound(): Promise<void> {
    try {
      await waitFor("the server to answer", () => !this.isAlive || this.#answers(), { timeoutMs: ANSWER_MS });
    } catch (error) {
      throw new Error(`The server does not answer any more.\n${this.#log}`, { cause: error });
    }
    const [fault] = this.#faults;
    if (fault !== undefined) throw new Error(`The server had a fault that nobody caught:\n${fault}`);
    if (!this.isAlive) {
      const { exitCode, signalCode } = this.#child;
      throw new Error(`The server has ended with ${signalCode ?? exitCode}.\n${this.#log}`);
    }
  }

  async #answers(): Promise<boolean> {
    const response = await fetch(`http://127.0.0.1:${this.port}/healthz`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  }

  /** Value of a figure of `/metrics`, 0 when it is not there. */
  async figure(name: string): Promise<number> {
    const response = await fetch(`http://127.0.0.1:${this.port}/metrics`);
    const line = (await response.text()).split("\n").find((text) => text.startsWith(`${name} `));
    return Number(line?.slice(name.length) ?? 0);
  }

  /** What it holds once its garbage was collected. */
  memory(): Promise<Memory> {
    return new Promise((resolve) => {
      this.#memories.push(resolve);
      this.#child.send("memory");
    });
  }

  async stop(): Promise<void> {
    if (!this.isAlive) return;
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }
}
