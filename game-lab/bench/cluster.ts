import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Redis } from "ioredis";
import { after } from "#bots/load/timers.ts";
import { wholeNumber } from "#bots/load/usage.ts";
import { PlayerClient } from "#player/player-client.ts";
import { prefixOf } from "#server/processes/prefix.ts";
import { createTransport } from "#transports/node.ts";
import { percentile } from "../statistics.ts";
import type { Bench } from "./bench.ts";
import { compareCpu, type Side } from "./cpu-per-player.ts";
import { cpuSecondsOf } from "./floor/process-cpu.ts";
import { describeMachine } from "./machine.ts";
import { MovedPlayer } from "./moved-player.ts";
import { type Figure, figureOf, report } from "./results.ts";
import { SeveralProcesses } from "./several-processes.ts";

const USAGE = `npm run bench -- cluster [options]

Several processes behind one port with a Redis of their own (redis-server has to be in the PATH), against one: joins a second, the
room list with many rooms, CPU per player with the same bots on one and on several, what leading players to their process costs, and how long rooms and players are held up when a process
is drained. Players are here, on the same machine, and use more of it than the servers: compare, and read nothing as a limit.

  --processes N   so many (2)
  --rounds N      joins are measured so often, in turns with one process (5)
  --joins N       joins in each round, eight at a time (100)
  --rooms N       rooms that are open when a process is drained (16)
  --players N     players in each (4)
  --listed N      rooms in the list (1000)
  --bots N        bots that play on one process and on several, in turns (200); 0 leaves that out
  --turns N       so often (3)
  --seconds N     for so long (15)
`;

const AT_ONCE = 8;
/** Time (ms) for which the proxy is watched. */
const PLAY_MS = 5000;
const LISTS = 30;

async function run(args: readonly string[]): Promise<void> {
  const text = (standard: number) => ({ type: "string", default: String(standard) }) as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      processes: text(2),
      rounds: text(5),
      joins: text(100),
      rooms: text(16),
      players: text(4),
      listed: text(1000),
      bots: text(200),
      turns: text(3),
      seconds: text(15),
    },
  });
  const count = wholeNumber("--processes", values.processes, 2, 16);
  const rounds = wholeNumber("--rounds", values.rounds, 1, 100);
  const joins = wholeNumber("--joins", values.joins, AT_ONCE, 10_000);
  const rooms = wholeNumber("--rooms", values.rooms, 1, 200);
  const players = wholeNumber("--players", values.players, 1, 16);
  const listed = wholeNumber("--listed", values.listed, 1, 100_000);
  const bots = wholeNumber("--bots", values.bots, 0, 5000);
  const turns = wholeNumber("--turns", values.turns, 1, 100);
  const seconds = wholeNumber("--seconds", values.seconds, 2, 3600);
  const one = await SeveralProcesses.start(1);
  const several = await SeveralProcesses.start(count);
  const sides = [
    { name: "1 process", of: one },
    { name: `${count} processes`, of: several },
  ];
  try {
    const figures = [
      ...(await compareJoins(sides, { rounds, joins })),
      ...(await measureLists(several, listed)),
      ...(await measureMoves(several, rooms, players)),
      ...(bots === 0 ? [] : await compareCpu(sides, { bots, rounds: turns, seconds })),
    ];
    const { at, words } = describeMachine();
    console.log(`${at}. ${words} Load average ${loadavg()[0]?.toFixed(1)}, our own load included.\n`);
    console.log(report("cluster", figures));
  } finally {
    await Promise.all([one.stop(), several.stop()]);
  }
}

function clientOf({ url }: SeveralProcesses): PlayerClient {
  return new PlayerClient({
    origin: url,
    transport: (events) => createTransport("websocket", events),
    follow: { after, roll: Math.random },
  });
}

/** Joins a second and CPU for each, of one process and of several in turns. */
async function compareJoins(
  sides: readonly Side[],
  { rounds, joins }: { rounds: number; joins: number },
): Promise<Figure[]> {
  const measured = sides.map((side) => ({ ...side, rates: [] as number[], costs: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { of, rates, costs } of measured) {
      const { seconds, cpu } = await joinAndLeave(of, joins);
      rates.push(joins / seconds);
      costs.push((cpu * 1000) / joins);
    }
  }
  return measured.flatMap(({ name, rates, costs }) => [
    figureOf(`${name}: joins`, "/s", rates),
    figureOf(`${name}: CPU of a join and a leave`, "ms", costs),
  ]);
}

async function joinAndLeave(of: SeveralProcesses, joins: number): Promise<{ seconds: number; cpu: number }> {
  const client = clientOf(of);
  const hosts = await Promise.all(Array.from({ length: 4 }, () => client.create({ bots: 0 })));
  const before = await of.cpuSeconds();
  const since = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < joins) {
      const session = await client.join(hosts[next++ % hosts.length]?.code ?? "");
      await session.leave();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - since) / 1000;
  const cpu = (await of.cpuSeconds()) - before;
  for (const host of hosts) await host.leave();
  return { seconds, cpu };
}

/** What the room list costs, with few rooms and with many that are only listed. */
async function measureLists(several: SeveralProcesses, listed: number): Promise<Figure[]> {
  const { redis: found } = several;
  if (found === undefined) throw new Error("Several processes have no Redis.");
  const client = clientOf(several);
  const host = await client.create({ bots: 0 });
  const redis = new Redis(found.url);
  const LISTINGS = "roomcaches";
  const listing: object = JSON.parse((await redis.hget(LISTINGS, host.code)) ?? "{}");
  const few = await askLists(several);
  const codes = Array.from({ length: listed }, (_, i) => `~${i}`);
  // Of a process that nobody knows, so that nobody looks after them.
  const entries = codes.map((roomId) => [roomId, JSON.stringify({ ...listing, roomId, processId: "" })]);
  await redis.hset(LISTINGS, Object.fromEntries(entries));
  const many = await askLists(several);
  if (many.rooms < listed) throw new Error(`Only ${many.rooms} of ${listed} rooms are listed.`);
  await redis.hdel(LISTINGS, ...codes);
  redis.disconnect();
  await host.leave();
  return [
    figureOf("list of 1 room: time of an answer", "ms", few.times),
    figureOf(`list of ${listed} rooms: time of an answer`, "ms", many.times),
    figureOf(`list of ${listed} rooms: CPU of an answer`, "ms", [many.cpuMs]),
  ];
}

async function askLists(
  several: SeveralProcesses,
): Promise<{ times: number[]; cpuMs: number; rooms: number }> {
  const times: number[] = [];
  let rooms = 0;
  const before = await several.cpuSeconds();
  for (let i = 0; i < LISTS; i++) {
    const since = performance.now();
    const answer: { rooms: unknown[] } = await (await fetch(`${several.at(1)}/api/rooms`)).json();
    times.push(performance.now() - since);
    rooms = answer.rooms.length;
  }
  return { times, cpuMs: (((await several.cpuSeconds()) - before) * 1000) / LISTS, rooms };
}

/** What the front costs while everybody plays; then how long rooms and players are held up by the drain of a process. */
async function measureMoves(several: SeveralProcesses, rooms: number, size: number): Promise<Figure[]> {
  const client = clientOf(several);
  const players: MovedPlayer[] = [];
  for (let room = 0; room < rooms; room++) {
    const host = await client.create({ bots: 0 });
    players.push(new MovedPlayer(host, 0));
    for (let i = 1; i < size; i++) players.push(new MovedPlayer(await client.join(host.code), i));
  }
  const front = several.frontPid ?? process.pid;
  const before = cpuSecondsOf(front);
  await pause(PLAY_MS);
  const perPlayer = ((cpuSecondsOf(front) - before) * 1e6) / PLAY_MS / players.length;
  const moving = players.filter((player) => player.isOn(prefixOf(1)));
  const codes = new Set(moving.map(({ code }) => code));
  if (codes.size === 0) throw new Error("No room is on the first process: try more rooms.");
  const back = Promise.all(moving.map((player) => player.moved()));
  const since = performance.now();
  await several.drain(1);
  const moves = await back;
  const seconds = (Math.max(...moves.map(({ cutAt }) => cutAt)) - since) / 1000;
  const away = moves.map(({ awayMs }) => awayMs);
  const still = several.standstills();
  if (still.length < codes.size) throw new Error(`Only ${still.length} of ${codes.size} rooms have moved.`);
  await Promise.all(players.map((player) => player.leave()));
  return [
    figureOf("front: CPU per player and second", "ms", [perPlayer]),
    figureOf(`moves of ${codes.size} rooms with ${size} players`, "/s", [codes.size / seconds]),
    figureOf("standstill of a room", "ms", still),
    figureOf("standstill of a room, p99", "ms", [percentile(still, 0.99)]),
    figureOf("a player away", "ms", away),
    figureOf("a player away, p99", "ms", [percentile(away, 0.99)]),
  ];
}

/** What several processes cost, and what players notice of a move. */
export const clusterBench: Bench = {
  name: "cluster",
  summary: "several processes: joins, lists, moves, and what leading players to them costs",
  usage: USAGE,
  run,
};
