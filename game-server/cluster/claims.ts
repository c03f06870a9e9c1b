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

const PREFIX = "code:";

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
    return (await this.#redis.set(PREFIX + code, this.#self(), "PX", CLAIM_MS, "NX")) === "OK";
  }

  /** Claims codes again. Returns those that another process has. */
  async renew(codes: readonly string[]): Promise<string[]> {
    if (codes.length === 0) return [];
    const keys = codes.map((code) => PREFIX + code);
    const lost = await this.#redis.eval(RENEW, keys.length, ...keys, this.#self(), CLAIM_MS);
    return Array.isArray(lost) ? lost.map((key) => String(key).slice(PREFIX.length)) : [];
  }

  async drop(codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    const keys = codes.map((code) => PREFIX + code);
    await this.#redis.eval(DROP, keys.length, ...keys, this.#self());
  }
}
