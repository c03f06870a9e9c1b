import { createServer } from "node:net";
import { Redis } from "ioredis";
import { expect, it, onTestFinished } from "vitest";
import { isUnanswered } from "#server/cluster/redis-link.ts";

/** Something at the address of a Redis that never answers, and a client of it. */
async function silentRedis(options: object): Promise<{ redis: Redis; hangUp(): void }> {
  const sockets: { destroy(): void }[] = [];
  const server = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const redis = new Redis({
    port,
    host: "127.0.0.1",
    enableReadyCheck: false,
    disableClientInfo: true,
    retryStrategy: () => null,
    ...options,
  });
  redis.on("error", () => {});
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(async () => {
    redis.disconnect();
    hangUp();
    await new Promise((resolve) => server.close(resolve));
  });
  await new Promise((resolve) => redis.once("ready", resolve));
  return { redis, hangUp };
}

const errorOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error) => error,
  );

it("knows a question that Redis has not answered from one that it has answered with an error", async () => {
  const silent = await silentRedis({ commandTimeout: 5 });
  expect(isUnanswered(await errorOf(silent.redis.get("a")))).toBe(true);
  const { redis, hangUp } = await silentRedis({ enableOfflineQueue: false });
  const asked = errorOf(redis.get("a"));
  hangUp();
  expect(isUnanswered(await asked)).toBe(true);
  expect(isUnanswered(await errorOf(redis.get("a")))).toBe(true);
  expect(isUnanswered(new Error("WRONGTYPE Operation against a key holding the wrong kind of value"))).toBe(
    false,
  );
});
