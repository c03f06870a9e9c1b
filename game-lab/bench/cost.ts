import { parseArgs } from "node:util";
import { Encoder, StateView } from "@colyseus/schema";
import { viewOf } from "#bots/brain/view.ts";
import { createPilot } from "#bots/load/pilots.ts";
import { wholeNumber } from "#bots/load/usage.ts";
import { replicate } from "#room/replicate.ts";
import { Seats } from "#room/seats.ts";
import { step } from "#shared/simulation/step.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { DT, NET, TICK_RATE } from "#shared/tunables.ts";
import type { Bench } from "./bench.ts";
import { type Figure, figureOf, report } from "./results.ts";
import { loadArena } from "./tournament.ts";

const USAGE = `npm run bench -- cost [options]

What a room costs without a network: the step of the rules, the encoding of a patch for everybody and for each
player's own view, and the bytes of a patch. All players run about and push (the legs of --brain wander).

  --players A,B,...   sizes of the room (8,16,32,64,100)
  --rounds N          measured in turns so often (5)
  --seconds N         simulated seconds of each round (10)
`;

/** Costs of one round: microseconds of its median step and patch, bytes of a patch. */
interface Cost {
  readonly step: number;
  readonly encode: number;
  readonly views: number;
  readonly bytes: number;
}

function measure(players: number, seed: number, seconds: number): Cost {
  const world = createWorld(loadArena("meadow"), { seed, timeLimit: 1800 });
  const state = new ArenaState();
  const encoder = new Encoder(state);
  const seats = new Seats(world, state);
  const views: StateView[] = [];
  const pilots = Array.from({ length: players }, (_, seat) => {
    const view = new StateView();
    view.add(seats.take(`player${seat}`, `Player ${seat}`, seat * 7));
    views.push(view);
    return createPilot("wander", seed * 1009 + seat);
  });
  encoder.encodeAll();
  encoder.discardChanges();
  const times = { step: [] as number[], encode: [] as number[], views: [] as number[] };
  let bytes = 0;
  const steps = seconds * TICK_RATE;
  const perPatch = TICK_RATE / NET.patchRate;
  for (let tick = 0; tick < steps; tick++) {
    const inputs = new Map<string, readonly PlayerInput[]>();
    let seat = 0;
    for (const player of world.players.values()) {
      const think = pilots[seat++];
      if (think !== undefined) inputs.set(player.id, [think(viewOf(world, player))]);
    }
    const begun = performance.now();
    step(world, { inputs }, DT);
    const stepped = performance.now();
    times.step.push(stepped - begun);
    if (tick % perPatch !== 0) continue;
    replicate(world, state);
    const replicated = performance.now();
    const it = { offset: 1 };
    bytes += encoder.encode(it).length;
    const encoded = performance.now();
    const shared = it.offset;
    for (const view of views) encoder.encodeView(view, shared, it);
    encoder.discardChanges();
    times.encode.push(encoded - replicated);
    times.views.push(performance.now() - encoded);
  }
  return {
    step: medianUs(times.step),
    encode: medianUs(times.encode),
    views: medianUs(times.views),
    bytes: bytes / (steps / perPatch),
  };
}

/** Median of times in ms, as microseconds: on a busy machine a mean would count what others did in the meantime. */
function medianUs(times: number[]): number {
  const sorted = times.sort((a, b) => a - b);
  return (sorted[sorted.length >> 1] ?? 0) * 1000;
}

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      players: { type: "string", default: "8,16,32,64,100" },
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "10" },
    },
  });
  const sizes = values.players.split(",").map((text) => wholeNumber("--players", text, 1, 128));
  const rounds = wholeNumber("--rounds", values.rounds, 1, 100);
  const seconds = wholeNumber("--seconds", values.seconds, 1, 1000);
  const costs = new Map(sizes.map((size) => [size, [] as Cost[]]));
  // One round that does not count: until then the code is being compiled.
  for (const size of sizes) measure(size, 99, 2);
  for (let round = 0; round < rounds; round++) {
    for (const size of sizes) costs.get(size)?.push(measure(size, round + 1, seconds));
  }
  const figures: Figure[] = [];
  for (const [size, all] of costs) {
    const add = (what: string, unit: string, of: (cost: Cost) => number): void => {
      figures.push(figureOf(`${size} players: ${what}`, unit, all.map(of)));
    };
    add("a step, per player", "us", ({ step }) => step / size);
    add("encoding for all, per player", "us", ({ encode }) => encode / size);
    add("encoding of one own view", "us", ({ views }) => views / size);
    add("bytes of a patch, per player", "B", ({ bytes }) => bytes / size);
  }
  console.log(`${rounds} rounds in turns, ${seconds} simulated seconds each, Node ${process.version}\n`);
  console.log(report("cost", figures));
}

/** What a room costs without a network. */
export const costBench: Bench = {
  name: "cost",
  summary: "step, encoding and bytes of a patch, per player",
  usage: USAGE,
  run,
};
