import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Config } from "../config.ts";
import { createLog } from "../observability/log.ts";
import { outliveReaders } from "../observability/standard-streams.ts";
import { endInOrder, MOVING_LIMIT } from "../run-server.ts";
import { Children } from "./children.ts";
import { freePort } from "./free-port.ts";
import { createFront } from "./front.ts";
import { startRedis } from "./own-redis.ts";

/**
 * Runs several processes behind one port as all that this process does, until a signal ends it. Returns the port.
 * @throws Error in words when there is no Redis, or the port is taken.
 */
export async function runProcesses(config: Config): Promise<number> {
  outliveReaders();
  const log = createLog(config.logLevel);
  const redis = config.redisUrl === undefined ? await startRedis(await freePort()) : undefined;
  const children = new Children(config, redis?.url ?? config.redisUrl ?? "", log);
  const front = createFront(children, config.proxies);
  let isEnding = false;
  endInOrder(async () => {
    isEnding = true;
    await children.stop();
    front.closeAllConnections();
    front.close();
    await redis?.stop();
  }, MOVING_LIMIT);
  const failed = once(front, "error").then(([error]) => Promise.reject(error));
  front.listen(config.port, config.host);
  try {
    await Promise.race([once(front, "listening"), failed]);
    failed.catch(() => {});
    await children.start(config.processes);
  } catch (error) {
    // Who was told to end while it started has failed in nothing.
    if (isEnding) await new Promise(() => {});
    await children.stop();
    await redis?.stop();
    throw error;
  }
  const { port } = front.address() as AddressInfo;
  log.info({ port, processes: config.processes }, "listening");
  return port;
}
