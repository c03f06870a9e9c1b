import { describe, expect, it } from "vitest";
import { startServerProcess } from "#lab/bench/attack/server-process.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { ensureRedis } from "../../tools/redis.ts";
import { ADMIN } from "../support/cluster/cluster.ts";
import { clientOf, ready } from "../support/game.ts";
import { waitFor } from "../support/wait-for.ts";

const AUTHORISED = { headers: { authorization: `Bearer ${ADMIN}` } };

interface Listed {
  readonly pid: number;
  readonly address: string;
  readonly rooms: number;
}

async function processesOf(url: string): Promise<Listed[]> {
  const response = await fetch(`${url}/api/processes`, AUTHORISED).catch(() => undefined);
  if (response?.ok !== true) return [];
  return ((await response.json()) as { processes: Listed[] }).processes;
}

describe.skipIf(ensureRedis() === undefined)("PROCESSES", () => {
  it("are one game behind one port, start again when they end, and end together", async () => {
    const server = await startServerProcess({ PROCESSES: "2", ADMIN_TOKEN: ADMIN, MAX_LATE_MS: "10000" });
    const { url } = server;
    try {
      const before = await processesOf(url);
      expect(before.map(({ address }) => address)).toEqual(["/p/1", "/p/2"]);
      const host = await ready(await clientOf(url).create({ bots: 0, arena: "meadow" }));
      const guests = await Promise.all(
        TRANSPORTS.map(async (name) => ready(await clientOf(url, name).join(host.room.roomId))),
      );
      for (const guest of guests) {
        guest.play({ moveX: 1 });
        await waitFor("inputs to be acknowledged", () => guest.room.input({}).lastProcessed > 10);
        await guest.leave();
      }
      // The one without a room is the one that ends.
      const empty = (await waitFor("the room to be told of", async () => {
        const all = await processesOf(url);
        return all.some(({ rooms }) => rooms > 0) && all.find(({ rooms }) => rooms === 0);
      })) as Listed;
      process.kill(empty.pid, "SIGKILL");
      await waitFor("another one in its place", async () => {
        const all = await processesOf(url);
        return all.length === 2 && all.every(({ pid }) => pid !== empty.pid);
      });
      const { tick } = host.room.state;
      await host.until("the match to go on", (state) => state.tick > tick + 20);
      host.vanish();
    } finally {
      expect(await server.stop()).toBe(0);
    }
    expect(await processesOf(url)).toEqual([]);
  });

  it("say what is missing where there is no Redis", async () => {
    await expect(startServerProcess({ PROCESSES: "2", PATH: "/nowhere" })).rejects.toThrow(
      "install redis-server",
    );
    await expect(startServerProcess({ PROCESSES: "2", REDIS_URL: "redis://127.0.0.1:1" })).rejects.toThrow(
      "Redis does not answer at REDIS_URL",
    );
  });
});
