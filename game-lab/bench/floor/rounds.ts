import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { ServerWatch } from "#bots/load/server-watch.ts";
import { onCore, type Pin } from "../pin.ts";
import { startGameServer } from "../start-game-server.ts";
import { cpuSecondsOfMachine } from "./machine-load.ts";
import { cpuSecondsOf } from "./process-cpu.ts";

const HERE = import.meta.dirname;
/** Time (ms) after the start in which code is compiled and nothing is measured, unless a load says otherwise. */
const WARM_UP_MS = 12_000;

/** What is compared: so many clients, in rooms of so many. */
export interface Load {
  readonly clients: number;
  readonly players: number;
  readonly seconds: number;
  /** How many only watch the first room. */
  readonly watchers?: number;
  /** Server and clients have a core each. */
  readonly isPinned?: boolean;
  /** Time (ms) after everybody is in and before it is measured. */
  readonly warmUpMs?: number;
}

/** CPU (us) of the server process per update that a client got, and how many updates those were. */
export interface Round {
  readonly perUpdate: number;
  readonly updates: number;
  /** Bytes of everything that a client got, per update; without framing. */
  readonly bytes: number;
  /** % of a core. */
  readonly cpu: number;
  /** How late (ms, 99th percentile) the clients themselves were. */
  readonly lateP99: number;
  /** What other processes used of the machine meanwhile (% of a core). */
  readonly others: number;
}

/** How evenly the rooms stepped: 99th percentiles (ms) of the length of a step and of the time from one to the next. */
interface Steps {
  readonly stepP99: number;
  readonly intervalP99: number;
}

/** A round of the game, with the 99th percentile (ms) of the time between patches as the first client got them. */
export type GameRound = Round & Steps & { readonly patchP99: number };

const counts = z.object({
  updates: z.number(),
  bytes: z.number(),
  lateP99: z.number(),
  patchP99: z.number().optional(),
});

/** Cores of the server and of its clients, where they have one each. */
const CORES = { server: 1, clients: 0 };

/** The floor: hand-packed entities over bare `ws`. */
export async function floorRound(load: Load): Promise<Round> {
  return await roundOf(load, join(HERE, "server.ts"), join(HERE, "clients.ts"));
}

/** A server of another kind and its clients: each a script that does as those of the floor do. */
export async function roundOf(load: Load, server: string, clients: string): Promise<Round> {
  return await measure(
    load,
    startScript(server, [load.players], pinOf("server", load)),
    clients,
    watchNothing,
  );
}

/** The whole game: a server of ours. `inView`: whom everybody on a huge arena is told of. */
export async function gameRound(load: Load, inView: "all" | "near" = "all"): Promise<GameRound> {
  const { server, adminToken } = startGameServer(inView, pinOf("server", load));
  const watch = (port: number) => watchSteps(port, adminToken);
  const round = await measure(load, server, join(HERE, "game-clients.ts"), watch, [inView]);
  return { ...round, patchP99: round.patchP99 ?? Number.NaN };
}

/** What is measured besides, from its beginning to the call of what it returns. */
type Watch<T> = (port: number) => Promise<() => Promise<T>>;

async function measure<T>(
  load: Load,
  server: ChildProcess,
  script: string,
  watch: Watch<T>,
  more: readonly string[] = [],
): Promise<Round & { patchP99: number | undefined } & T> {
  const { clients, players, seconds, watchers = 0 } = load;
  const port = Number(await toldBy(server));
  const fleet = startScript(script, [port, clients, players, watchers, ...more], pinOf("clients", load));
  await toldBy(fleet);
  await pause(load.warmUpMs ?? WARM_UP_MS);
  const finish = await watch(port);
  const before = await look(fleet, server);
  await pause(seconds * 1000);
  const after = await look(fleet, server);
  const watched = await finish();
  for (const child of [fleet, server]) child.disconnect();
  await Promise.all([once(fleet, "exit"), once(server, "exit")]);
  const updates = after.updates - before.updates;
  const cpu = after.cpu - before.cpu;
  return {
    perUpdate: (cpu / updates) * 1e6,
    updates,
    bytes: (after.bytes - before.bytes) / updates,
    cpu: (cpu / seconds) * 100,
    lateP99: after.lateP99,
    others: Math.max(0, ((after.others - before.others) / seconds) * 100),
    patchP99: after.patchP99,
    ...watched,
  };
}

async function watchNothing(): Promise<() => Promise<object>> {
  return async () => ({});
}

/** Steps by the server's own figures, which it is asked for once before and once after. */
async function watchSteps(port: number, adminToken: string): Promise<() => Promise<Steps>> {
  const watch = new ServerWatch(`http://127.0.0.1:${port}`, adminToken);
  await watch.look(() => performance.now());
  return async () => {
    await watch.look(() => performance.now());
    const { stepLength, stepInterval } = watch.figures(0, 0) ?? {};
    if (stepLength === undefined || stepInterval === undefined)
      throw new Error(watch.note ?? "Nothing was stepped.");
    return { stepP99: stepLength.p99, intervalP99: stepInterval.p99 };
  };
}

/** What has been counted and used so far. */
async function look(fleet: ChildProcess, server: ChildProcess) {
  const told = await countsOf(fleet);
  const cpu = cpuSecondsOf(server.pid ?? 0);
  const others = cpuSecondsOfMachine() - cpu - cpuSecondsOf(fleet.pid ?? 0);
  return { ...told, cpu, others };
}

function pinOf(of: keyof typeof CORES, { isPinned = false }: Load): Pin {
  return onCore(CORES[of], isPinned);
}

function startScript(script: string, args: readonly (string | number)[], pin: Pin): ChildProcess {
  return fork(script, args.map(String), {
    ...pin,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** The next thing that a process says. Throws when it ends instead. */
async function toldBy(child: ChildProcess): Promise<unknown> {
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error("A process of the bench ended.");
    }),
  ]);
  return message;
}

async function countsOf(fleet: ChildProcess): Promise<z.infer<typeof counts>> {
  fleet.send("count");
  return counts.parse(await toldBy(fleet));
}
