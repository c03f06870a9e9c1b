import type { Redis } from "ioredis";
import { CLAIMED } from "./claims.ts";

/** Time (s) for which a room can be brought back after its process is gone. */
const KEPT_SECONDS = 300;
const PREFIX = "room:";

/** Keeps a snapshot for as long as the process has the code of its room. */
const KEEP = `
if redis.call("get", KEYS[1]) ~= ARGV[1] then return 0 end
redis.call("set", KEYS[2], ARGV[2], "EX", ARGV[3])
return 1`;

/** How rooms were lately, as JSON, so that another process can go on with them. They hold what proves who their people are. */
export class Snapshots {
  readonly #redis: Redis;
  readonly #self: () => string;

  /** @param self Id of this process. */
  constructor(redis: Redis, self: () => string) {
    this.#redis = redis;
    this.#self = self;
  }

  async keep(code: string, snapshot: object): Promise<void> {
    const text = JSON.stringify(snapshot);
    await this.#redis.eval(KEEP, 2, CLAIMED + code, PREFIX + code, this.#self(), text, KEPT_SECONDS);
  }

  async has(code: string): Promise<boolean> {
    return (await this.#redis.exists(PREFIX + code)) === 1;
  }

  /** The last snapshot of a room; undefined when there is none that can be read. */
  async of(code: string): Promise<unknown> {
    const text = await this.#redis.get(PREFIX + code);
    try {
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  async remove(code: string): Promise<void> {
    await this.#redis.del(PREFIX + code);
  }
}
