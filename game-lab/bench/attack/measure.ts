/** Measures what those who play notice of an attack that lasts as many seconds as the first argument says. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { PlayerClient } from "#player/player-client.ts";
import { NET } from "#shared/tunables.ts";
import { createTransport } from "#transports/node.ts";
import { startServerProcess } from "./server-process.ts";
import { SteadyPlayer } from "./steady-player.ts";

/** Players who are to notice nothing. */
const PLAYERS = 16;
/** A friend comes this often (ms). */
const FRIEND_EVERY_MS = 3000;
/** What may be the worst that a player sees of it. */
const LIMITS = { patchesPerSecond: NET.patchRate - 1, p99Ms: 80, friends: 0.9 };

const Counts = z.record(z.string(), z.record(z.string(), z.number()));

/** A player from an address that is not the stranger's. */
function client(origin: string): PlayerClient {
  return new PlayerClient({ origin, transport: (events) => createTransport("websocket", events) });
}

/** Whether a friend gets into the room at the first try. */
async function visits(url: string, code: string): Promise<boolean> {
  try {
    const session = await client(url).join(code);
    const friend = new SteadyPlayer(session);
    await new Promise<void>((resolve) => session.onBegin(() => resolve()));
    await friend.leave();
    return true;
  } catch (error) {
    console.log(`  a friend was refused: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

async function residentMb(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1e6;
}

const seconds = Number(process.argv[2]);
const server = await startServerProcess({ LOG_LEVEL: "info" });
const { url } = server;
const options = { bots: 0, arena: "meadow" };
const first = new SteadyPlayer(await client(url).create(options));
const players = [first];
for (let i = 1; i < PLAYERS; i++) {
  players.push(new SteadyPlayer(await client(url).join(first.room.roomId)));
}
const host = new SteadyPlayer(await client(url).create({ ...options, maxPlayers: 6 }));
host.play();
const gaps: number[] = [];
let patches = 0;
for (const [seat, player] of players.entries()) {
  player.play({ moveX: seat % 2 === 0 ? 1 : -1 });
  let last = performance.now();
  player.room.onStateChange(() => {
    const now = performance.now();
    gaps.push(now - last);
    patches += 1;
    last = now;
  });
}
// What is different from moment to moment keeps a room from being taken for one with nobody behind it.
const alive = setInterval(() => {
  for (const { input } of [...players, host]) input.aim = (input.aim + 1) % 6;
}, 1000);
const memoryBefore = await residentMb(url);
const logBefore = server.output().length;
const attacker = fork(join(import.meta.dirname, "attacker.ts"), [new URL(url).port, host.room.roomId], {
  execArgv: [],
});
gaps.length = 0;
patches = 0;
const began = performance.now();
const friends: boolean[] = [];
while (performance.now() - began < seconds * 1000) {
  const next = new Promise((resolve) => setTimeout(resolve, FRIEND_EVERY_MS));
  friends.push(await visits(url, host.room.roomId));
  await next;
}
const elapsed = (performance.now() - began) / 1000;
const sorted = gaps.toSorted((a, b) => a - b);
const perSecond = patches / PLAYERS / elapsed;
const p99 = quantile(sorted, 0.99);
const share = friends.filter(Boolean).length / friends.length;
attacker.send("stop");
const counts = Counts.parse((await once(attacker, "message"))[0]);
attacker.disconnect();
console.log(`\n${seconds} s, ${PLAYERS} players who did not notice, or did:`);
console.log(
  `  patches a second ${perSecond.toFixed(2)}; p50 ${quantile(sorted, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
);
console.log(
  `  a friend got in at the first try ${friends.filter(Boolean).length} of ${friends.length} times`,
);
console.log(
  `  the server: ${server.child.exitCode === null ? "runs" : "ended"}, memory ${memoryBefore.toFixed(0)} to ${(await residentMb(url)).toFixed(0)} MB, log ${((server.output().length - logBefore) / 1000).toFixed(0)} kB`,
);
console.log("  what the stranger was answered (200: given, 101: a socket, cut: no answer):");
for (const [kind, answers] of Object.entries(counts)) {
  const words = Object.entries(answers).map(([what, count]) => `${what} x ${count}`);
  console.log(`    ${kind.padEnd(26)} ${words.join(", ")}`);
}
clearInterval(alive);
for (const player of [...players, host]) player.vanish();
await server.stop();
const isBorne = perSecond >= LIMITS.patchesPerSecond && p99 < LIMITS.p99Ms && share >= LIMITS.friends;
if (!isBorne) process.exitCode = 1;
