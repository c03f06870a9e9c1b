import type { Redis } from "ioredis";
import type { Held } from "../matchmaking/addresses.ts";
import { CLAIM_MS } from "./claims.ts";
import { ALIVE, HEARS } from "./directory.ts";
import type { LedgerStore } from "./ledger.ts";

/** Before an address: a hash by process id of what it holds there. */
const PREFIX = "held:";

/** Writes what addresses hold in this process, and adds up what they hold in the others that work, as the directory knows them. */
const EXCHANGE = `
local answer = {}
for i, key in ipairs(KEYS) do
  if ARGV[i + 4] == "" then redis.call("hdel", key, ARGV[1])
  else
    redis.call("hset", key, ARGV[1], ARGV[i + 4])
    redis.call("pexpire", key, ARGV[2])
  end
  local sums = {0, 0, 0, 0}
  local all = redis.call("hgetall", key)
  for at = 1, #all, 2 do
    if all[at] ~= ARGV[1] then
      local isAlive = redis.call("exists", ARGV[3] .. all[at]) == 1
      if not isAlive or redis.call("pubsub", "numsub", ARGV[4] .. all[at])[2] == 0 then redis.call("hdel", key, all[at])
      else
        local which = 1
        for count in string.gmatch(all[at + 1], "%d+") do
          sums[which] = (sums[which] or 0) + tonumber(count)
          which = which + 1
        end
      end
    end
  end
  answer[i] = table.concat(sums, " ")
end
return answer`;

/** What addresses hold, in Redis: gone with the process that has written it. */
export class RedisLedger implements LedgerStore {
  readonly #redis: Redis;
  readonly #self: () => string;

  /** @param self Id of this process. */
  constructor(redis: Redis, self: () => string) {
    this.#redis = redis;
    this.#self = self;
  }

  async exchange(held: readonly (readonly [address: string, Held])[]): Promise<Held[]> {
    const keys = held.map(([address]) => PREFIX + address);
    const texts = held.map(([, what]) => write(what));
    const answer = await this.#redis.eval(
      EXCHANGE,
      keys.length,
      ...keys,
      this.#self(),
      CLAIM_MS,
      ALIVE,
      HEARS,
      ...texts,
    );
    return Array.isArray(answer) ? answer.map((text) => read(String(text))) : [];
  }
}

function write({ rooms, people, bots, waiting }: Held): string {
  return rooms + people + bots + waiting === 0 ? "" : [rooms, people, bots, waiting].join(" ");
}

function read(text: string): Held {
  const [rooms = 0, people = 0, bots = 0, waiting = 0] = text.split(" ").map(Number);
  return { rooms, people, bots, waiting };
}
