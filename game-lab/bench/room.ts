import { parseArgs } from "node:util";
import { matchMaker } from "@colyseus/core";
import { ROOMY } from "#bots/load/roomy.ts";
import { wholeNumber } from "#bots/load/usage.ts";
import { tapFrames } from "#player/colyseus/tap.ts";
import { PlayerClient } from "#player/player-client.ts";
import { readConfig } from "#server/config.ts";
import { ArenaRoom } from "#server/rooms/arena-room.ts";
import { type Percentiles, StepClock } from "#server/rooms/step-clock.ts";
import { createGameServer } from "#server/server.ts";
import { NET, TICK_MS } from "#shared/tunables.ts";
import { createTransport } from "#transports/node.ts";
import type { Bench } from "./bench.ts";

/** Time (ms) between two patches. */
const PATCH_MS = 1000 / NET.patchRate;

const USAGE = `npm run bench -- room [options]

Runs a full room on a real server, one connected client and bots in the other seats, and prints how evenly
it steps: the interval between steps (nominal ${TICK_MS} ms) and the time that a step takes.

  --seats N     2..16, default 16
  --seconds N   default 180
`;

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seats: { type: "string", default: "16" }, seconds: { type: "string", default: "180" } },
  });
  const seats = wholeNumber("--seats", values.seats, 2, 16);
  const seconds = wholeNumber("--seconds", values.seconds, 1, 86_400);
  const { steps, patches, interval, length, patchInterval, bytesPerPatch, cpuShare } = await measureRoom(
    seats,
    seconds,
  );
  const ms = (value: number): string => value.toFixed(2).padStart(7);
  console.log(`${seats} seats for ${seconds} s: ${steps} steps, ${patches} patches, Node ${process.version}

                     p50     p95     p99
interval (ms)    ${ms(interval.p50)} ${ms(interval.p95)} ${ms(interval.p99)}   nominal ${TICK_MS}
step (ms)        ${ms(length.p50)} ${ms(length.p95)} ${ms(length.p99)}
patches (ms)     ${ms(patchInterval.p50)} ${ms(patchInterval.p95)} ${ms(patchInterval.p99)}   nominal ${PATCH_MS}

bytes per patch  ${bytesPerPatch.toFixed(0)}
CPU              ${(cpuShare * 100).toFixed(1)} % of a core, server, bots and client together
`);
}

/** How evenly a room stepped. */
export interface RoomFigures {
  readonly steps: number;
  readonly patches: number;
  /** Time between steps and length of a step (ms). */
  readonly interval: Percentiles;
  readonly length: Percentiles;
  /** Time between patches at the client (ms). */
  readonly patchInterval: Percentiles;
  readonly bytesPerPatch: number;
  /** Processor time of server, bots and client, in cores. */
  readonly cpuShare: number;
}

/** Lets a full room of bots play with one client on a real server for a while. */
export async function measureRoom(seats: number, seconds: number): Promise<RoomFigures> {
  const server = await createGameServer({
    ...readConfig({ ...ROOMY }),
    port: 0,
    host: "127.0.0.1",
    logLevel: "warn",
  });
  const client = new PlayerClient({
    origin: `http://127.0.0.1:${server.port}`,
    transport: (events) => createTransport("websocket", events),
  });
  const session = await client.create({ maxPlayers: seats, bots: seats - 1, arena: "meadow" });
  let patches = 0;
  let bytes = 0;
  tapFrames(session.room, {
    down(frame, next) {
      bytes += frame.length;
      next(frame);
    },
  });
  const arrivals = new StepClock();
  session.onState(() => {
    patches += 1;
    arrivals.begin();
  });
  const cpu = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const used = process.cpuUsage(cpu);
  const local = matchMaker.getLocalRoomById(session.code);
  if (!(local instanceof ArenaRoom)) throw new Error("The room has gone.");
  const { steps, interval, length } = local.stepClock.summary();
  await session.leave();
  await server.stop();
  return {
    steps,
    patches,
    interval,
    length,
    patchInterval: arrivals.summary().interval,
    bytesPerPatch: bytes / patches,
    cpuShare: (used.user + used.system) / 1e6 / seconds,
  };
}

/** How evenly a full room steps. */
export const roomBench: Bench = {
  name: "room",
  summary: "how evenly a full room of bots steps on a real server",
  usage: USAGE,
  run,
};
