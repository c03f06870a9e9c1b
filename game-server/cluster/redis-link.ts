import { Redis } from "ioredis";
import type { Log } from "../observability/log.ts";

/** Longest time (ms) that an answer of Redis is waited for: whoever asks is told within a second that there is none. */
const ANSWER_MS = 800;
/** How ioredis says that a command was not answered in time, or not sent at all. */
const UNANSWERED = /^(Command (timed out|aborted)|Connection is closed\.|Stream isn't writeable)/;

/** Whether this is what becomes of a question that Redis has not answered. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Error && UNANSWERED.test(error.message);
}

/** Time (ms) that a question still has when Redis goes: what needs no other process is answered by then. */
const LAST_CHANCE_MS = 300;
/** Longest pause (ms) between two tries to reach it. */
const PAUSE_MS = 500;

/**
 * The connections of a process to Redis. Commands fail at once while it is away, so that nobody hangs; `back` is called
 * whenever it has come back, perhaps empty.
 */
export class RedisLink {
  /** Each part has one of its own: they are closed by their users, and block each other. */
  readonly driver: Redis;
  readonly presence: Redis;
  readonly own: Redis;
  readonly limits: Redis;
  readonly #log: Log;
  readonly #listeners = new Set<() => void>();
  /** Those who wait for what was asked. */
  readonly #waiting = new Set<() => void>();
  #wasUp = false;
  /** Before it has been there once it is neither away nor back. */
  #hasBegun = false;

  /** @param url `redis://[user:password@]host:port[/db]`, or `rediss://` with TLS. */
  constructor(url: string, log: Log) {
    this.#log = log;
    this.driver = this.#client(url);
    this.presence = this.#client(url);
    this.own = this.#client(url);
    // Whoever counts with it counts in memory as soon as a request fails.
    this.limits = this.#client(url, 0);
  }

  /** Whether all connections stand. */
  get isUp(): boolean {
    return this.#clients.every(({ status }) => status === "ready");
  }

  /** Calls back whenever Redis has come back. */
  onBack(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Waits for what was asked of other processes; they do not answer once Redis is away. @throws Error for which `isUnanswered` holds */
  async answered<T>(asked: Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let timer: NodeJS.Timeout | undefined;
    const away = (): void => {
      timer ??= setTimeout(() => reject(new Error("Connection is closed.")), LAST_CHANCE_MS);
    };
    this.#waiting.add(away);
    asked.then(resolve, reject);
    try {
      return await promise;
    } finally {
      this.#waiting.delete(away);
      clearTimeout(timer);
    }
  }

  /** Connects for the first time. @throws Error when there is no Redis, in words for whoever set the address. */
  async connect(): Promise<void> {
    try {
      await Promise.all(this.#clients.map((client) => client.connect()));
    } catch (error) {
      this.stop();
      throw new Error("Redis does not answer at REDIS_URL. Is it running, and is the address right?", {
        cause: error,
      });
    }
    this.#wasUp = true;
    this.#hasBegun = true;
  }

  /** Closes what is not closed yet. */
  stop(): void {
    for (const client of this.#clients) client.disconnect();
  }

  get #clients(): readonly Redis[] {
    return [this.driver, this.presence, this.own, this.limits];
  }

  #client(url: string, maxRetriesPerRequest: number | null = null): Redis {
    const client = new Redis(url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest,
      commandTimeout: ANSWER_MS,
      connectTimeout: 2000,
      retryStrategy: (times) => Math.min(PAUSE_MS, 50 * times),
    });
    // Said once for all connections, by the lines below.
    client.on("error", () => {});
    client.on("ready", () => this.#changed());
    client.on("close", () => this.#changed());
    return client;
  }

  #changed(): void {
    if (!this.#hasBegun || this.isUp === this.#wasUp) return;
    this.#wasUp = this.isUp;
    if (!this.isUp) {
      this.#log.warn("Redis is away: matches go on, and nobody can join until it is back");
      for (const away of this.#waiting) away();
      return;
    }
    this.#log.info("Redis is back");
    for (const listener of this.#listeners) listener();
  }
}
