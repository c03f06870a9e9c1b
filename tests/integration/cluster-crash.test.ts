import { loadavg } from "node:os";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { cpuSecondsOf } from "#lab/bench/floor/process-cpu.ts";
import { median } from "#lab/transports/figures.ts";
import { processIdOf } from "#player/colyseus/leave-behind.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { clusterCommands, TestCluster, type TestProcess } from "../support/cluster/cluster.ts";
import { SHIPPED_NGINX } from "../support/cluster/shipped-proxies.ts";
import { type Absence, Survivor } from "../support/cluster/survivor.ts";
import { NIGHTLY } from "../support/nightly.ts";
import { waitFor } from "../support/wait-for.ts";

const hasAll = NIGHTLY && clusterCommands(SHIPPED_NGINX) !== undefined;

/** Issue 15: 4 rooms with 32 players, 20 times; all back within 3 s, with at most 1.5 s of play lost. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 20);
const ROOMS = 4;
const IN_A_ROOM = 8;
const BACK_MS = 3000;
const LOST_S = 1.5;
/** Longest time (ms) that anybody is waited for: a seat is kept for 15 s. */
const GIVEN_UP_MS = 20_000;
const PARTS = ["asked", "told", "seated", "joined", "back"] as const satisfies readonly (keyof Absence)[];

describe.runIf(hasAll)("a process that is killed with rooms full of players", () => {
  let cluster!: TestCluster;
  beforeAll(async () => {
    // The SDK tells the console of each try.
    vi.spyOn(console, "info").mockImplementation(() => {});
    cluster = await TestCluster.start(SHIPPED_NGINX);
  }, 180_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    await cluster?.stop();
  });

  /** Opens rooms until one process has enough of them; the other rooms are left again. */
  async function openRooms(): Promise<{ victim: TestProcess; rooms: Survivor[][] }> {
    const byProcess = new Map<TestProcess, Survivor[]>();
    for (let number = 0; ; number++) {
      const host = new Survivor("websocket", number);
      await host.enter(cluster.url, (client) =>
        client.create({ name: host.name, bots: 4, timeLimit: 1800, roomName: `Room ${number}` }),
      );
      const at = cluster.processAt(host.session.room.connection.url);
      const hosts = [...(byProcess.get(at) ?? []), host];
      byProcess.set(at, hosts);
      if (hosts.length < ROOMS) continue;
      byProcess.delete(at);
      await Promise.all([...byProcess.values()].flat().map((other) => other.leave()));
      return { victim: at, rooms: hosts.map((one) => [one]) };
    }
  }

  /** Fills a room, so that each transport is in it. */
  async function fill(room: Survivor[], first: number): Promise<void> {
    const [host] = room;
    if (host === undefined) return;
    for (let i = 1; i < IN_A_ROOM; i++) {
      const over = TRANSPORTS[(first + i) % TRANSPORTS.length] ?? "websocket";
      const guest = new Survivor(over, 100 * (first + 1) + i);
      await guest.enter(cluster.url, (client) => client.join(host.session.code, { name: guest.name }));
      room.push(guest);
    }
  }

  /** The ticks at which rooms were saved last. */
  async function savedAt(codes: readonly string[]): Promise<number[]> {
    const redis = new Redis(cluster.redis.url);
    try {
      const saved = await redis.mget(codes.map((code) => `room:${code}`));
      return saved.map((text) => JSON.parse(text ?? "").world.tick);
    } finally {
      redis.disconnect();
    }
  }

  /** Checks what became of the players of a room that was `saved` at a tick. Returns the play (s) that was lost. */
  function check(room: readonly Survivor[], saved: number, before: ReadonlyMap<Survivor, string>): number {
    const [earliest] = room.flatMap(({ first }) => first ?? []).sort((a, b) => a.tick - b.tick);
    if (earliest === undefined) throw new Error("Nobody is back.");
    expect(earliest.tick).toBeGreaterThanOrEqual(saved);
    for (const { session, scores, name } of room) {
      // Play has gone on since, in which nobody loses a point.
      const told = [...scores].findLast(([tick]) => tick <= saved)?.[1] ?? Number.NaN;
      expect(earliest.scores.get(session.id), name).toBeGreaterThanOrEqual(told);
    }
    for (const player of room) {
      const { session, name } = player;
      expect(`${session.code} ${session.id}`).toBe(before.get(player));
      expect(session.state.seats.get(session.id)?.name).toBe(name);
    }
    return (Math.max(...room.map(({ lastTick }) => lastTick)) - saved) / TICK_RATE;
  }

  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    "comes back elsewhere with everybody, round %i",
    async (round) => {
      const { victim, rooms } = await openRooms();
      for (const [i, room] of rooms.entries()) await fill(room, i);
      const players = rooms.flat();
      expect(players.length).toBe(ROOMS * IN_A_ROOM);
      let last = performance.now();
      const hands = setInterval(() => {
        const now = performance.now();
        for (const player of players) player.play(now, Math.min(100, now - last));
        last = now;
      }, 20);
      const full = players.map(({ session }) => session.state.tick);
      await waitFor(
        "a snapshot of all, and scores that differ",
        () =>
          players.every(({ session }, i) => session.state.tick > (full[i] ?? 0) + 2 * TICK_RATE) &&
          rooms.every((room) => new Set(scoresOf(room)).size > 1),
        { timeoutMs: 120_000 },
      );
      const seats = new Map(players.map((p) => [p, `${p.session.code} ${p.session.id}`] as const));
      const codes = rooms.map(([host]) => host?.session.code ?? "");
      const there = new Set(players.map(({ session }) => processIdOf(session.room)));
      expect(there.size).toBe(1);
      const others = cluster.processes.filter((process) => process !== victim);
      for (const player of players) player.watch();
      const cpuBefore = cpuOf(others);
      const killedAt = performance.now();
      victim.child.kill("SIGKILL");
      try {
        const saved = await savedAt(codes);
        await waitFor("everybody", () => players.every(({ absence }) => absence.back !== undefined), {
          timeoutMs: GIVEN_UP_MS,
        }).catch(() => {});
        const cpuAfter = cpuOf(others);
        const missing = players.filter(({ absence }) => absence.back === undefined);
        expect(missing.map(({ name, over }) => `${name} over ${over}`)).toEqual([]);
        for (const { session } of players) expect(there.has(processIdOf(session.room))).toBe(false);
        const lost = rooms.map((room, i) => check(room, saved[i] ?? Number.NaN, seats));
        const cpuMs = {
          others: cpuAfter.others - cpuBefore.others,
          players: cpuAfter.players - cpuBefore.players,
        };
        console.log(describeRound(round, players, killedAt, lost, cpuMs));
        expect(Math.max(...players.map((player) => awayMs(player, killedAt)))).toBeLessThan(BACK_MS);
        expect(Math.max(...lost)).toBeLessThanOrEqual(LOST_S);
      } finally {
        clearInterval(hands);
        for (const { session } of players) session.giveUp();
        await cluster.restart(victim);
      }
    },
    300_000,
  );
});

function scoresOf(room: readonly Survivor[]): (number | undefined)[] {
  return room.map(({ session }) => session.state.seats.get(session.id)?.score);
}

/** CPU (ms) that processes and the players, who are all in this one, have used so far. */
function cpuOf(processes: readonly TestProcess[]): { others: number; players: number } {
  const others = processes.reduce((sum, { child }) => sum + cpuSecondsOf(child.pid ?? 0), 0);
  return { others: Math.round(1000 * others), players: Math.round(1000 * cpuSecondsOf(process.pid)) };
}

function awayMs({ absence }: Survivor, killedAt: number): number {
  return (absence.back ?? Number.POSITIVE_INFINITY) - killedAt;
}

function describeRound(
  round: number,
  players: readonly Survivor[],
  killedAt: number,
  lost: readonly number[],
  cpuMs: ReturnType<typeof cpuOf>,
): string {
  const load = loadavg()[0]?.toFixed(1);
  const lines = TRANSPORTS.map((over) => {
    const those = players.filter((player) => player.over === over);
    const away = those.map((player) => awayMs(player, killedAt));
    const parts = PARTS.map((part) => {
      const at = those.flatMap(({ absence }) => absence[part] ?? []);
      return `${part} ${at.length === 0 ? "-" : Math.round(median(at) - killedAt)}`;
    });
    const [middle, longest] = [Math.round(median(away)), Math.round(Math.max(...away))];
    return `  ${over.padEnd(12)} ${those.length} players, away ${middle} ms, at most ${longest}; medians: ${parts.join(", ")}`;
  });
  const seconds = lost.map((s) => s.toFixed(2)).join(", ");
  const cpu = `CPU until all are back: both other processes ${cpuMs.others} ms, the players ${cpuMs.players}`;
  return [`Round ${round}, load average ${load}, play lost ${seconds} s. ${cpu}`, ...lines].join("\n");
}
