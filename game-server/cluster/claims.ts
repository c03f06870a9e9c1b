import type { Redis } from "ioredis";

/**
 * Time (ms) for which a process has what it has claimed, unless it claims it again. A process that stands still for less keeps
 * its rooms; one that is silent for longer has lost them to whoever asks.
 */
export const CLAIM_MS = 8000;

/** Claims again what this process has, or nobody; returns what others have. */
const RENEW = `
local lost = {}
for i, key in ipairs(KEYS) do
  local owner = redis.call("get", key)
  if owner and owner ~= ARGV[1] then lost[#lost + 1] = key
  else redis.call("set", key, ARGV[1], "PX", ARGV[2]) end
end
return lost`;

/** Gives up what this process has. */
const DROP = `
for i, key in ipairs(KEYS) do
  if redis.call("get", key) == ARGV[1] then redis.call("del", key) end
end`;

/** Gives a code from one process, or from nobody, to another. */
const GIVE = `
local owner = redis.call("get", KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call("set", KEYS[1], ARGV[2], "PX", ARGV[3])
return 1`;

/** Before the code of a room: the key of its claim. */
export const CLAIMED = "code:";

/** Which process has which room code: of two copies of a room only the one that has its code goes on. */
export class Claims {
  readonly #redis: Redis;
  readonly #self: () => string;

  /** @param self Id of this process. */
  constructor(redis: Redis, self: () => string) {
    this.#redis = redis;
    this.#self = self;
  }

  /** Claims a code that nobody has. Returns whether it is this process's now. */
  async take(code: string): Promise<boolean> {
    return (await this.#redis.set(CLAIMED + code, this.#self(), "PX", CLAIM_MS, "NX")) === "OK";
  }

  /** Claims codes again. Returns those that another process has. */
  async renew(codes: readonly string[]): Promise<string[]> {
    if (codes.length === 0) return [];
    const keys = codes.map((code) => CLAIMED + code);
    const lost = await this.#redis.eval(RENEW, keys.length, ...keys, this.#self(), CLAIM_MS);
    return Array.isArray(lost) ? lost.map((key) => String(key).slice(CLAIMED.length)) : [];
  }

  /** The process that has a code; undefined when nobody has. */
  async ownerOf(code: string): Promise<string | undefined> {
    return (await this.#redis.get(CLAIMED + code)) ?? undefined;
  }

  /** Gives a code of this process to another one. Returns whether it was this one's. */
  handOver(code: string, to: string): Promise<boolean> {
    return this.#give(code, this.#self(), to);
  }

  /** Takes a code that a process has that is gone, or nobody. Returns whether that was still so. */
  takeOver(code: string, from: string | undefined): Promise<boolean> {
    return this.#give(code, from ?? "", this.#self());
  }

  async #give(code: string, from: string, to: string): Promise<boolean> {
    return (await this.#redis.eval(GIVE, 1, CLAIMED + code, from, to, CLAIM_MS)) === 1;
  }

  async drop(codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    const keys = codes.map((code) => CLAIMED + code);
    await this.#redis.eval(DROP, keys.length, ...keys, this.#self());
  }
}
