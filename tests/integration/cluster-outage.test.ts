import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TRANSPORTS } from "#transports/contract/names.ts";
import {
  clusterCommands,
  metric,
  metrics,
  TestCluster,
  type TestProcess,
} from "../support/cluster/cluster.ts";
import { SHIPPED_NGINX } from "../support/cluster/shipped-proxies.ts";
import { clientOf, ready, type TestPlayer } from "../support/game.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { PatchRhythm } from "../support/patch-rhythm.ts";
import { waitFor } from "../support/wait-for.ts";

/** It asserts times, so it is for a machine with nothing else to do. */
const isWanted = NIGHTLY && clusterCommands(SHIPPED_NGINX) !== undefined;

/** How long Redis is away (ms), and what is to hold of it (ms, patches a second). */
const AWAY_MS = 20_000;
const MOST = { gap: 250, answer: 1000, back: 3000 } as const;
const LEAST_PER_SECOND = 20;

/** How a process answered, and how long (ms) that took. */
interface Answer {
  readonly status: number;
  readonly error: unknown;
  readonly ms: number;
}

async function ask({ url }: TestProcess, path: string, init?: RequestInit): Promise<Answer> {
  const since = performance.now();
  const response = await fetch(url + path, init);
  const { error } = (await response.json()) as { error?: unknown };
  return { status: response.status, error, ms: performance.now() - since };
}

function matchmake(process: TestProcess, what: string, options: object = {}): Promise<Answer> {
  return ask(process, `/matchmake/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(options),
  });
}

/** Steps of the rooms of a process that began more than 250 ms after the one before. */
async function lateSteps(process: TestProcess): Promise<number> {
  const name = "pushback_step_interval_seconds";
  const [all = Number.NaN, inTime = Number.NaN] = await metrics(
    process,
    `${name}_count`,
    `${name}_bucket{le="0.25"}`,
  );
  return all - inTime;
}

describe.runIf(isWanted)("three processes whose Redis is killed for 20 s", () => {
  let cluster!: TestCluster;
  beforeAll(async () => {
    cluster = await TestCluster.start(SHIPPED_NGINX);
  }, 180_000);
  afterAll(() => cluster?.stop());

  /** A room on a process, with a host and a guest over each transport. */
  async function fill({ prefix }: TestProcess): Promise<{ code: string; guests: TestPlayer[] }> {
    // Which process opens it is left to chance.
    const { session } = await waitFor("a room there", async () => {
      const host = await ready(
        await clientOf(cluster.url).create({ bots: 2, arena: "meadow", timeLimit: 1800 }),
      );
      if (host.room.connection.url?.includes(`${prefix}/`)) return host;
      await host.leave();
      return undefined;
    });
    const code = session.room.roomId;
    const guests: TestPlayer[] = [];
    for (const name of TRANSPORTS)
      guests.push(await ready(await clientOf(cluster.url, name).join(code, { name })));
    for (const guest of guests) guest.play({ moveX: 0.2 });
    return { code, guests };
  }

  it("go on, answer at once, take back who was cut off, and have everything back with it", {
    timeout: 180_000,
  }, async () => {
    const rooms: Awaited<ReturnType<typeof fill>>[] = [];
    for (const process of cluster.processes) rooms.push(await fill(process));
    const codes = rooms.map(({ code }) => code);
    const [cutOff = [], ...others] = rooms.map(({ guests }) => guests);
    const staying = others.flat();
    const wait = (ticks: number) => {
      const { tick } = staying[0]?.room.state ?? { tick: 0 };
      return staying[0]?.until("the match to go on", (state) => state.tick > tick + ticks);
    };
    const before = staying.map(({ session }) => new PatchRhythm(session));
    const lateAtFirst = await Promise.all(cluster.processes.map(lateSteps));
    await wait(250);
    const calm = before.map(gapOf);
    const late = await Promise.all(cluster.processes.map(lateSteps));
    const rhythms = staying.map(({ session }) => new PatchRhythm(session));
    const own = monitorEventLoopDelay({ resolution: 5 });
    own.enable();

    // Some are still waiting for a room when Redis goes.
    const inFlight = Array.from({ length: 4 }, () => cluster.processes).flatMap((processes) =>
      processes.map((process) => matchmake(process, "create/arena", { bots: 0 })),
    );
    await pause(5);
    await cluster.redis.kill();
    const goneAt = performance.now();
    const left = await Promise.all(inFlight);

    const answers: Answer[] = [];
    const backs: Promise<number>[] = [];
    while (performance.now() - goneAt < AWAY_MS) {
      for (const process of cluster.processes) {
        answers.push(
          ...(await Promise.all([
            ask(process, "/api/rooms"),
            matchmake(process, "joinOrCreate/arena"),
            matchmake(process, `joinById/${codes[0]}`),
          ])),
        );
      }
      if (backs.length === 0 && performance.now() - goneAt > 3000) backs.push(...cutOff.map(cut));
      await pause(500);
    }
    const away = await Promise.all(backs);
    const open = await Promise.all(cluster.processes.map((process) => metric(process, "pushback_rooms")));

    await cluster.redis.start();
    const backAt = performance.now();
    const listed = async ({ url }: TestProcess) => {
      const response = await fetch(`${url}/api/rooms`);
      const { rooms = [] } = (await response.json()) as { rooms?: { code: string }[] };
      return codes.every((code) => rooms.filter((room) => room.code === code).length === 1);
    };
    for (const process of cluster.processes) await waitFor("the list", () => listed(process));
    const listedMs = performance.now() - backAt;
    const latecomers = await Promise.all(
      codes.map((code) =>
        waitFor(`a seat in ${code}`, () =>
          clientOf(cluster.url)
            .join(code)
            .catch(() => undefined),
        ),
      ),
    );
    const joinedMs = performance.now() - backAt;
    const gaps = rhythms.map(gapOf);
    const lateSince = await Promise.all(cluster.processes.map(lateSteps));

    const slowest = Math.max(...answers.map(({ ms }) => ms));
    console.log(
      [
        `answers while Redis was away: ${answers.length}, the slowest after ${Math.round(slowest)} ms`,
        `of requests that were under way: ${left.map(({ status, ms }) => `${status} ${Math.round(ms)}`).join(", ")}`,
        `cut off and back after (ms): ${away.map(Math.round).join(", ")} (${TRANSPORTS.join(", ")})`,
        `listed after ${Math.round(listedMs)} ms, joined after ${Math.round(joinedMs)} ms`,
        `steps later than 250 ms in 5 s before: ${more(late, lateAtFirst)}; since: ${more(lateSince, late)}`,
        `the loop of this process was late by ${Math.round(own.max / 1e6)} ms at most`,
        `longest gaps (ms) before: ${calm.join(", ")}; with and without Redis: ${gaps.join(", ")}`,
        `patches a second: ${rhythms.map((rhythm) => rhythm.perSecond.toFixed(1)).join(", ")}`,
      ].join("\n"),
    );
    expect.soft(cluster.processes.map(({ child }) => child.exitCode)).toEqual([null, null, null]);
    expect
      .soft(new Set(answers.map(({ status, error }) => `${status} ${error}`)))
      .toEqual(new Set(["503 rooms_unknown"]));
    expect.soft(slowest).toBeLessThan(MOST.answer);
    // A room that nobody was told of is gone with the seat that was kept in it.
    expect.soft(open).toEqual([1, 1, 1]);
    // What the server sends late is late for all; what a single one gets late may be the machine's fault.
    expect.soft(lateSince).toEqual(late);
    expect.soft(Math.max(...gaps)).toBeLessThanOrEqual(MOST.gap);
    for (const rhythm of rhythms) expect.soft(rhythm.perSecond).toBeGreaterThanOrEqual(LEAST_PER_SECOND);
    expect
      .soft(cutOff.map(({ seat, session }) => [seat.name, session.isConnected]))
      .toEqual(TRANSPORTS.map((name) => [name, true]));
    expect.soft(joinedMs).toBeLessThan(MOST.back);
    for (const session of latecomers) await session.leave();
    for (const guest of [...staying, ...cutOff]) guest.vanish();
  });
});

function more(now: readonly number[], before: readonly number[]): string {
  return now.map((count, i) => count - (before[i] ?? 0)).join(", ");
}

function gapOf({ longestGap }: PatchRhythm): number {
  return longestGap.ms;
}

/** Cuts the line of somebody. Resolves with how long (ms) it took until the match went on for them. */
function cut({ session }: TestPlayer): Promise<number> {
  const since = performance.now();
  return new Promise((resolve) => {
    session.onBack(() => session.onBegin(() => resolve(performance.now() - since)));
    session.cut();
  });
}
