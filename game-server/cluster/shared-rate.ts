import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Rate, RateOf } from "../matchmaking/addresses.ts";

/** Time (s) over which requests are counted. */
const DURATION = 60;

/** Allows each address so many requests a minute over all processes; while Redis is away, this process counts by itself. */
export function sharedRate(redis: Redis, of: RateOf, perMinute: number): Rate {
  const much = { points: perMinute, duration: DURATION };
  const limiter = new RateLimiterRedis({
    ...much,
    storeClient: redis,
    keyPrefix: `rate:${of}`,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(much),
  });
  return {
    async take(address) {
      try {
        await limiter.consume(address);
        return 0;
      } catch (why) {
        if (!(why instanceof RateLimiterRes)) throw why;
        return Math.max(1, Math.ceil(why.msBeforeNext / 1000));
      }
    },
  };
}
