import { loadavg } from "node:os";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { median } from "#lab/transports/figures.ts";
import { processIdOf } from "#player/colyseus/leave-behind.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { TRANSPORTS } from "#transports/contract/names.ts";
import { clusterCommands, TestCluster, type TestProcess } from "../support/cluster/cluster.ts";
import { SHIPPED_PROXIES } from "../support/cluster/shipped-proxies.ts";
import { type Absence, Survivor } from "../support/cluster/survivor.ts";
import { waitFor } from "../support/wait-for.ts";

const [nginx] = SHIPPED_PROXIES;
if (nginx === undefined) throw new Error("No proxy is shipped.");
const hasAll = process.env.NIGHTLY === "1" && clusterCommands(nginx) !== undefined;

/** Issue 15: 4 rooms with 32 players, 20 times; all back within 3 s, with at most 1.5 s of play lost. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 20);
const ROOMS = 4;
const IN_A_ROOM = 8;
const BACK_MS = 3000;
const LOST_S = 1.5;
/** Ticks around the first state in which a score of it has to have been told before: play has gone on for some of them. */
const AROUND = 15;
/** Longest time (ms) that anybody is waited for: a seat is kept for 15 s. */
const GIVEN_UP_MS = 20_000;
const PARTS = ["asked", "told", "seated", "joined", "back"] as const satisfies readonly (keyof Absence)[];

describe.runIf(hasAll)("a process that is killed with rooms full of players", () => {
  let cluster!: TestCluster;
  beforeAll(async () => {
    // The SDK tells the console of each try.
    vi.spyOn(console, "info").mockImplementation(() => {});
    cluster = await TestCluster.start(nginx);
  }, 180_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    await cluster?.stop();
  });

  function processAt(url = ""): TestProcess {
    const found = cluster.processes.find(({ prefix }) => url.includes(`${prefix}/`));
    if (found === undefined) throw new Error(`No process is at ${url}.`);
    return found;
  }

  /** Opens rooms until one process has enough of them; the other rooms are left again. */
  async function openRooms(): Promise<{ victim: TestProcess; rooms: Survivor[][] }> {
    const byProcess = new Map<TestProcess, Survivor[]>();
    for (let number = 0; ; number++) {
      const host = new Survivor("websocket", number);
      await host.enter(cluster.url, (client) =>
        client.create({ name: host.name, bots: 4, timeLimit: 1800, roomName: `Room ${number}` }),
      );
      const at = processAt(host.session.room.connection.url);
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

  /** What became of the players of a room. Returns the play (s) that was lost. */
  function check(room: readonly Survivor[], codes: ReadonlyMap<Survivor, string>): number {
    const firsts = room.flatMap(({ first }) => first ?? []).sort((a, b) => a.tick - b.tick);
    const [earliest] = firsts;
    if (earliest === undefined) throw new Error("Nobody is back.");
    const newest = Math.max(...room.map(({ lastTick }) => lastTick));
    for (const player of room) {
      const { session, scores, name } = player;
      expect(`${session.code} ${session.id}`).toBe(codes.get(player));
      expect(session.state.seats.get(session.id)?.name).toBe(name);
      const told = [...scores];
      const from = told.findLastIndex(([tick]) => tick <= earliest.tick - AROUND);
      const to = told.findIndex(([tick]) => tick >= earliest.tick + AROUND);
      const near = told.slice(Math.max(from, 0), to < 0 ? undefined : to + 1).map(([, score]) => score);
      expect(near, `${name} at ${earliest.tick}`).toContain(earliest.scores.get(session.id));
    }
    return (newest - earliest.tick) / TICK_RATE;
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
      const codes = new Map(players.map((p) => [p, `${p.session.code} ${p.session.id}`] as const));
      const before = new Set(players.map(({ session }) => processIdOf(session.room)));
      expect(before.size).toBe(1);
      for (const player of players) player.watch();
      const killedAt = performance.now();
      victim.child.kill("SIGKILL");
      await waitFor("everybody", () => players.every(({ absence }) => absence.back !== undefined), {
        timeoutMs: GIVEN_UP_MS,
      }).catch(() => {});
      const missing = players.filter(({ absence }) => absence.back === undefined);
      expect(missing.map(({ name, over }) => `${name} over ${over}`)).toEqual([]);
      for (const { session } of players) expect(before.has(processIdOf(session.room))).toBe(false);
      const lost = rooms.map((room) => check(room, codes));
      console.log(describeRound(round, players, killedAt, lost));
      clearInterval(hands);
      await Promise.all(players.map((player) => player.leave()));
      await cluster.restart(victim);
      expect(Math.max(...players.map((player) => awayMs(player, killedAt)))).toBeLessThan(BACK_MS);
      expect(Math.max(...lost)).toBeLessThanOrEqual(LOST_S);
    },
    300_000,
  );
});

function scoresOf(room: readonly Survivor[]): (number | undefined)[] {
  return room.map(({ session }) => session.state.seats.get(session.id)?.score);
}

function awayMs({ absence }: Survivor, killedAt: number): number {
  return (absence.back ?? Number.POSITIVE_INFINITY) - killedAt;
}

function describeRound(
  round: number,
  players: readonly Survivor[],
  killedAt: number,
  lost: readonly number[],
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
  return [`Round ${round}, load average ${load}, play lost ${seconds} s`, ...lines].join("\n");
}
