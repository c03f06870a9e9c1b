import type { Config } from "../config.ts";
import { alone } from "./alone.ts";
import type { Cluster, ClusterDeps } from "./cluster.ts";
import { RedisCluster } from "./redis-cluster.ts";

/**
 * Makes this process one of a cluster when the environment names a Redis.
 * @throws Error when that cannot be reached, in words.
 */
export async function startCluster(
  { redisUrl, publicAddress }: Pick<Config, "redisUrl" | "publicAddress">,
  deps: ClusterDeps,
): Promise<Cluster> {
  if (redisUrl === undefined || publicAddress === undefined) return alone(deps.standing);
  return RedisCluster.connect({ redisUrl, publicAddress }, deps);
}
