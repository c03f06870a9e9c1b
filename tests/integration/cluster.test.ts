import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListedRoom } from "#shared/room-list.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { clusterCommands, metric, processesOf, TestCluster } from "../support/cluster/cluster.ts";
import { SHIPPED_PROXIES } from "../support/cluster/shipped-proxies.ts";
import { clientOf, ready, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { PatchRhythm } from "../support/patch-rhythm.ts";
import { waitFor } from "../support/wait-for.ts";

/** `proxies.test.ts` tests the ways through each of them every time; what a cluster does is tested behind the others at night. */
const wanted = SHIPPED_PROXIES.slice(0, NIGHTLY ? undefined : 1);
const there = wanted.filter((proxy) => clusterCommands(proxy) !== undefined);
const isThere = there.length > 0;

/** Enough for all tests, and few enough to be used up. */
const LIMITS = {
  MAX_JOINS_PER_MINUTE: "300",
  MAX_ROOMS_PER_ADDRESS: "9",
  MAX_CHARACTERS_PER_ADDRESS: "120",
};

/** Asks a process for a seat, as somebody from an address. */
async function ask({ url }: { readonly url: string }, from: string, what: string, options: object = {}) {
  const response = await fetch(`${url}/matchmake/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": from },
    body: JSON.stringify(options),
  });
  const { code, error } = (await response.json()) as { code?: number; error?: string };
  return { status: response.status, code, error };
}

async function listOf(url: string): Promise<ListedRoom[]> {
  const response = await fetch(`${url}/api/rooms`);
  const { rooms } = (await response.json()) as { rooms: ListedRoom[] };
  return rooms;
}

describe.skipIf(!isThere).each(isThere ? there : wanted)("three processes behind deploy/$file", (proxy) => {
  let cluster!: TestCluster;
  beforeAll(async () => {
    cluster = await TestCluster.start(proxy, LIMITS);
  }, 180_000);
  afterAll(() => cluster?.stop());

  it("know of each other", async () => {
    for (const { url } of cluster.processes) {
      const processes = await processesOf(url);
      expect(processes.map(({ address }) => address).sort()).toEqual(
        cluster.processes.map(({ prefix }) => prefix).sort(),
      );
    }
  });

  it("send quick plays of the same moment into one room, which all of them list", async () => {
    const asked = cluster.processes.flatMap(({ prefix }) =>
      Array.from({ length: 4 }, () => cluster.url + prefix),
    );
    const players = await Promise.all(asked.map(async (url) => ready(await clientOf(url).quickPlay())));
    expect(new Set(players.map(({ room }) => room.roomId)).size).toBe(1);
    for (const { url } of cluster.processes) {
      await waitFor("the list", async () => (await listOf(url)).some(({ players }) => players === 12));
    }
    await Promise.all(players.map((player) => player.leave()));
  });

  it.each(TRANSPORTS)("lead a player over %s to a room on each of them", async (transport) => {
    for (const { prefix } of cluster.processes) {
      const host = await ready(await clientOf(cluster.url + prefix).create({ bots: 0, arena: "meadow" }));
      const guest = await ready(await clientOf(cluster.url, transport).join(host.room.roomId));
      const rhythm = new PatchRhythm(guest.session);
      guest.play({ moveX: 1 });
      await waitFor("inputs to be acknowledged", () => guest.room.input({}).lastProcessed > 10);
      // Counted by the ticks of the match, not by the clock: while a machine is too busy, several steps have one patch, and other seconds count.
      await waitFor("20 patches in a second", () => rhythm.best(20) >= 20);
      await guest.leave();
      await host.leave();
    }
  });

  /** Asks every process for the same as soon as the others are done. */
  async function askAll(from: string, what: string, options: object = {}) {
    const answers = [];
    for (const process of cluster.processes) answers.push(await ask(process, from, what, options));
    return answers;
  }

  /** Asks so many times at once, of all processes in turn, and expects that all are answered with this status. */
  async function spend(times: number, status: number, from: string, what: string) {
    const asked = Array.from({ length: Math.ceil(times / 3) }, () => cluster.processes).flat();
    const answers = await Promise.all(asked.slice(0, times).map((process) => ask(process, from, what)));
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  }

  it("count together what an address opens and brings in, and how often it asks", async () => {
    const large = { mode: "stampede", arena: "archipelago", maxPlayers: 80, bots: 60 };
    const open = (options: object) => clientOf(cluster.url).create(options).then(ready);
    const hosts = [await open(large)];
    for (const { status, code, error } of await askAll("127.0.0.1", "create/arena", large)) {
      expect([status, code]).toEqual([429, 429]);
      expect(error).toMatch(/^bots_of_address\?count=\d+&wanted=60$/);
    }
    for (let rooms = 1; rooms < 9; rooms++) hosts.push(await open({ bots: 0 }));
    const refused = { status: 429, code: 429, error: "rooms_of_address?rooms=9" };
    expect(await askAll("127.0.0.1", "create/arena")).toEqual([refused, refused, refused]);
    await Promise.all(hosts.map((host) => host.leave()));

    await spend(300, 404, "203.0.113.4", "joinById/nowhere");
    for (const { error, status } of await askAll("203.0.113.4", "joinById/nowhere")) {
      expect(status).toBe(429);
      expect(error).toMatch(/^joins_too_often\?seconds=\d+$/);
    }
    for (const { status } of await askAll("203.0.113.5", "joinById/nowhere")) expect(status).toBe(404);
  });

  it("go on without Redis, answer newcomers at once, and have everything back with it", async () => {
    const hosts = await Promise.all(
      cluster.processes.map(async ({ prefix }) =>
        ready(await clientOf(cluster.url + prefix).create({ bots: 2, arena: "meadow" })),
      ),
    );
    const guest = await ready(await clientOf(cluster.url).join(hosts[0]?.room.roomId ?? ""));
    await cluster.redis.kill();
    for (const { url } of cluster.processes) {
      const answers = await Promise.all([
        fetch(`${url}/api/rooms`),
        fetch(`${url}/matchmake/joinOrCreate/arena`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: "{}",
        }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([503, 503]);
      expect(await answers[1]?.json()).toMatchObject({ error: "rooms_unknown" });
    }
    for (const process of cluster.processes) {
      expect(await metric(process, "pushback_redis_up")).toBe(0);
      expect(await metric(process, 'pushback_refusals_total{reason="rooms_unknown"}')).toBeGreaterThan(0);
    }
    const { tick } = hosts[0]?.room.state ?? { tick: 0 };
    await hosts[0]?.until("the match to go on", (state) => state.tick > tick + 100);
    await cluster.redis.start();
    for (const { url } of cluster.processes) {
      await waitFor("the list to be back", async () => {
        const codes = (await listOf(url).catch(() => [])).map(({ code }) => code);
        return hosts.every(({ room }) => codes.includes(room.roomId));
      });
    }
    const late = await ready(await clientOf(cluster.url).join(hosts[1]?.room.roomId ?? ""));
    expect(cluster.processes.map(({ child }) => child.exitCode)).toEqual([null, null, null]);
    await Promise.all([late, guest, ...hosts].map((player) => player.leave()));
  });

  it("unlist the rooms of one that was killed, and go on without it", async () => {
    const [first, second] = cluster.processes;
    if (first === undefined || second === undefined) throw new Error("There are no processes.");
    // Of a request that Redis left in the middle a room may stay until its seat expires, and it counts for its address.
    await waitFor(
      "the rooms of the tests before to be closed",
      async () => (await processesOf(second.url)).every(({ rooms }) => rooms === 0),
      { timeoutMs: 40_000 },
    );
    // One after the other: a room that another process has just opened counts twice until this one is told so, and nine are allowed.
    const hosts: TestPlayer[] = [];
    while (hosts.length < 6)
      hosts.push(await ready(await clientOf(cluster.url + second.prefix).create({ bots: 0 })));
    first.child.kill("SIGKILL");
    await waitFor("the process to be missed", async () => (await processesOf(second.url)).length === 2);
    const next = await ready(await clientOf(cluster.url + second.prefix).create({ bots: 0 }));
    await next.leave();
    await cluster.restart(first);
    await waitFor("it to be known again", async () => (await processesOf(second.url)).length === 3);
    for (const host of hosts) host.vanish();
  });
});
