import { parseArgs } from "node:util";
import { wholeNumber } from "#bots/load/usage.ts";
import type { Bench } from "./bench.ts";
import { loadArena } from "./tournament.ts";
import { measureWire, type WireFigures } from "./wire.ts";

const USAGE = `npm run bench -- bytes [options]

What one client costs on the wire on the archipelago, bots in all seats: told of everybody, and told of what is near.

  --players A,B,...   numbers of players (8,16,32,64,128)
  --seconds N         simulated time of each (10)
  --seed N            (1)
`;

/** What a client costs on the wire by the number of players. */
export const bytesBench: Bench = {
  name: "bytes",
  summary: "bytes per client and patch, told of everybody and of what is near",
  usage: USAGE,
  run,
};

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      players: { type: "string", default: "8,16,32,64,128" },
      seconds: { type: "string", default: "10" },
      seed: { type: "string", default: "1" },
    },
  });
  const counts = values.players.split(",").map((text) => wholeNumber("--players", text, 2, 128));
  const seconds = wholeNumber("--seconds", values.seconds, 1, 600);
  const seed = wholeNumber("--seed", values.seed, 0, 0x7fffffff);
  const arena = loadArena("archipelago");
  console.log("players   everybody (bytes/patch, ms)   near (bytes/patch, shown, per mover, ms)   ratio");
  for (const players of counts) {
    const measure = (interest: boolean): WireFigures =>
      measureWire({ arena, players, interest, seconds, seed, now: () => performance.now() });
    console.log(row(measure(false), measure(true)));
  }
}

function row(all: WireFigures, near: WireFigures): string {
  const cell = (value: number, digits: number, width: number): string =>
    value.toFixed(digits).padStart(width);
  return [
    String(all.players).padStart(7),
    cell(all.bytesPerPatch, 0, 12),
    cell(all.patchMs, 2, 8),
    cell(near.bytesPerPatch, 0, 20),
    cell(near.shown, 1, 8),
    cell(near.bytesPerMover, 1, 8),
    cell(near.patchMs, 2, 8),
    cell(near.bytesPerPatch / all.bytesPerPatch, 2, 12),
  ].join("");
}
