import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Redis } from "ioredis";

/** Time (ms) that a turn lasts at most, and that somebody waits for theirs: opening a room takes a few ms. */
const TURN_MS = 2000;
/** Time (ms) between two looks whether a turn is over. */
const LOOK_MS = 20;

const END = `
if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end
return 0`;

/** Lets one process at a time do something. */
export class Turns {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Waits for its turn, but never for longer than one lasts: then it goes on without. */
  async take<T>(purpose: string, run: () => Promise<T>): Promise<T> {
    const key = `turn:${purpose}`;
    const mine = randomUUID();
    const until = performance.now() + TURN_MS;
    while ((await this.#redis.set(key, mine, "PX", TURN_MS, "NX")) !== "OK") {
      if (performance.now() > until) return run();
      await pause(LOOK_MS);
    }
    try {
      return await run();
    } finally {
      await this.#redis.eval(END, 1, key, mine).catch(() => {});
    }
  }
}
