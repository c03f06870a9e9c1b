import { parseArgs } from "node:util";
import { matchMaker } from "@colyseus/core";
import { ROOMY } from "#bots/load/roomy.ts";
import { wholeNumber } from "#bots/load/usage.ts";
import { PlayerClient } from "#player/player-client.ts";
import { readConfig } from "#server/config.ts";
import { ArenaRoom } from "#server/rooms/arena-room.ts";
import { readSnapshot } from "#server/rooms/snapshot/snapshot.ts";
import { createGameServer, type LocalGameServer } from "#server/server.ts";
import { createTransport } from "#transports/node.ts";
import { SteadyPlayer } from "./attack/steady-player.ts";
import type { Bench } from "./bench.ts";
import { type Figure, figureOf, report } from "./results.ts";

const USAGE = `npm run bench -- snapshot [options]

What it costs to save a room that may have to go on in another process: CPU and bytes of a snapshot as JSON, and the CPU of reading
one. People on a real server, each with a connection, who run about; of more than 16 in a Stampede.

  --players A,B,...   sizes of the room (16,128)
  --rounds N          measured so often (7)
  --times N           snapshots in each round (50)
`;

/** Time (ms) that everybody plays before they are saved. */
const PLAY_MS = 5000;
const MAX_OF_A_ROOM = 16;

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      players: { type: "string", default: "16,128" },
      rounds: { type: "string", default: "7" },
      times: { type: "string", default: "50" },
    },
  });
  const sizes = values.players.split(",").map((size) => wholeNumber("--players", size, 2, 128));
  const rounds = wholeNumber("--rounds", values.rounds, 1, 1000);
  const times = wholeNumber("--times", values.times, 1, 10_000);
  const config = {
    ...readConfig({ ...ROOMY }),
    port: 0,
    host: "127.0.0.1",
    logLevel: "warn" as const,
    webRtcPort: 0,
  };
  const server = await createGameServer(config);
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await measure(server, size, rounds, times)));
  await server.stop();
  console.log(report("snapshot", figures));
}

async function measure(
  server: LocalGameServer,
  size: number,
  rounds: number,
  times: number,
): Promise<Figure[]> {
  const players = await playersOf(server, size);
  await new Promise((resolve) => setTimeout(resolve, PLAY_MS));
  const room = matchMaker.getLocalRoomById(players[0]?.session.code ?? "");
  if (!(room instanceof ArenaRoom)) throw new Error("The room has gone.");
  const text = JSON.stringify(room.moving.snapshot());
  const saving: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < rounds; round++) {
    saving.push(cpuOf(times, () => JSON.stringify(room.moving.snapshot())));
    reading.push(cpuOf(times, () => readSnapshot(JSON.parse(text), server.roomDeps.arenas)));
  }
  for (const player of players) await player.leave();
  return [
    figureOf(`${size} players: save a room`, "ms", saving),
    figureOf(`${size} players: read it again`, "ms", reading),
    figureOf(`${size} players: a snapshot`, "kB", [Buffer.byteLength(text) / 1000]),
  ];
}

async function playersOf(server: LocalGameServer, size: number): Promise<SteadyPlayer[]> {
  const client = new PlayerClient({
    origin: `http://127.0.0.1:${server.port}`,
    transport: (events) => createTransport("websocket", events),
  });
  const mode = size > MAX_OF_A_ROOM ? "stampede" : "brawl";
  const first = await client.create({ mode, maxPlayers: size, bots: 0, name: "Player 1" });
  const sessions = [first];
  while (sessions.length < size) {
    sessions.push(await client.join(first.code, { name: `Player ${sessions.length + 1}` }));
  }
  return sessions.map((session, number) => {
    const player = new SteadyPlayer(session);
    player.play({ moveX: number % 2 === 0 ? 1 : -1, aim: number, push: number % 3 === 0 });
    return player;
  });
}

/** CPU of this process (ms) for one of so many turns. */
function cpuOf(times: number, work: () => unknown): number {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** What it costs to save a room. */
export const snapshotBench: Bench = {
  name: "snapshot",
  summary: "what it costs to save a room that may go on elsewhere",
  usage: USAGE,
  run,
};
