import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Log } from "../observability/log.ts";
import { prefixOf } from "./prefix.ts";

const CHILD = join(import.meta.dirname, "child.ts");
/** Time (ms) after which a process that has ended by itself is started again; longer each time that it did not last. */
const AGAIN_MS = 1000;
const AGAIN_MOST_MS = 30_000;
/** A process that has run for so long (ms) did last. */
const LASTED_MS = 60_000;

/** The processes behind one port: each is a game server of its own, and is started again when it ends by itself. */
export class Children {
  readonly #config: Config;
  readonly #redisUrl: string;
  readonly #log: Log;
  readonly #running = new Map<number, ChildProcess>();
  /** By number: where it listens on this machine. */
  readonly #ports = new Map<number, number>();
  #stopping = false;

  constructor(config: Config, redisUrl: string, log: Log) {
    this.#config = config;
    this.#redisUrl = redisUrl;
    this.#log = log;
  }

  /** Numbers of those that work, from 1. */
  get numbers(): readonly number[] {
    return [...this.#ports.keys()];
  }

  /** Port of a process; undefined while it does not work. */
  portOf(number: number): number | undefined {
    return this.#ports.get(number);
  }

  /** Starts so many. Resolves when all of them listen. @throws Error when one ends before. */
  async start(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, (_, i) => this.#launch(i + 1)));
    for (const number of this.numbers) this.#keep(number).catch((error) => this.#log.error({ err: error }));
  }

  /** Ends all in order. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      [...this.#running.values()].map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill("SIGTERM");
        await once(child, "exit");
      }),
    );
  }

  async #launch(number: number): Promise<void> {
    const { webRtcPort, proxies } = this.#config;
    const child = fork(CHILD, {
      env: {
        ...process.env,
        PORT: "0",
        // Players reach this one by themselves: one port each.
        WEBRTC_PORT: String(webRtcPort === 0 ? 0 : webRtcPort + number - 1),
        PUBLIC_ADDRESS: prefixOf(number),
        REDIS_URL: this.#redisUrl,
        PROCESSES: "1",
        TRUST_PROXY: String(proxies + 1),
      },
    });
    this.#running.set(number, child);
    const ended = once(child, "exit").then(() => Promise.reject(new Error("A process ended as it started.")));
    const [port] = await Promise.race([once(child, "message"), ended]);
    // It is listened to again where it is kept.
    ended.catch(() => {});
    this.#ports.set(number, Number(port));
  }

  /** Starts a process again whenever it has ended. */
  async #keep(number: number): Promise<void> {
    let wait = AGAIN_MS;
    for (;;) {
      const child = this.#running.get(number);
      if (child === undefined) return;
      const since = performance.now();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      this.#ports.delete(number);
      if (this.#stopping) return;
      wait = performance.now() - since > LASTED_MS ? AGAIN_MS : Math.min(AGAIN_MOST_MS, wait * 2);
      this.#log.error({ process: number, code: child.exitCode, signal: child.signalCode }, "a process ended");
      await pause(wait, undefined, { ref: false });
      if (this.#stopping) return;
      await this.#launch(number).catch((error) =>
        this.#log.error({ err: error, process: number }, "not started"),
      );
    }
  }
}
