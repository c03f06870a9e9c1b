import { parseArena } from "#shared/arena/parse-arena.ts";
import { nextRandom } from "#shared/random.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { sanitizeInput } from "#shared/simulation/input.ts";
import { step } from "#shared/simulation/step.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT } from "#shared/tunables.ts";

/** A game that any machine can play again: all of it follows from these. */
export interface ReplayPlan {
  /** Id and parsed JSON of the arena. */
  arena: { id: string; json: unknown };
  seed: number;
  players: number;
  ticks: number;
  /** Ticks between two hashes. */
  hashEvery: number;
  /** The tick in which the first player does not do what the seed says. */
  slipAt?: number;
}

/** What came of it. */
export interface ReplayResult {
  hashes: number[];
  /** How often each kind of event happened. */
  events: Record<string, number>;
}

/** Ticks for which a player keeps to an input. */
const INPUT_TICKS = 9;

/** Ticks that pages are behind the world. */
const DELAY_TICKS = 8;

/** The same inputs from pages that had the state of a tick. */
function asSeen(inputs: ReadonlyMap<string, PlayerInput[]>, seen: number): Map<string, PlayerInput[]> {
  return new Map([...inputs].map(([id, each]) => [id, each.map((input) => ({ ...input, seen }))]));
}

/** Plays a game with seeded inputs. Runs in Node and in a page alike. */
export function replay(plan: ReplayPlan): ReplayResult {
  const world = createWorld(parseArena(plan.arena.id, plan.arena.json), { seed: plan.seed });
  let state = plan.seed;
  const random = () => {
    const next = nextRandom(state);
    state = next.state;
    return next.value;
  };
  const ids = Array.from({ length: plan.players }, (_, index) => `p${index}`);
  for (const id of ids) addPlayer(world, id, id, false);
  const inputs = new Map<string, PlayerInput[]>();
  const result: ReplayResult = { hashes: [], events: {} };
  for (let tick = 1; tick <= plan.ticks; tick++) {
    for (const [index, id] of ids.entries()) {
      if ((tick + index) % INPUT_TICKS === 0 || !inputs.has(id)) inputs.set(id, [randomInput(random)]);
    }
    const [input] = inputs.get("p0") ?? [];
    const slips = tick === plan.slipAt && input !== undefined;
    const used = slips ? new Map(inputs).set("p0", [{ ...input, push: !input.push }]) : inputs;
    for (const event of step(world, { inputs: asSeen(used, tick - DELAY_TICKS) }, DT)) {
      const name = "since" in event ? "taken back" : event.type;
      result.events[name] = (result.events[name] ?? 0) + 1;
    }
    if (tick % plan.hashEvery === 0) result.hashes.push(hashWorld(world));
  }
  return result;
}

function randomInput(random: () => number): PlayerInput {
  return sanitizeInput({
    moveX: random() * 2.4 - 1.2,
    moveY: random() * 2.4 - 1.2,
    aim: random() * 7,
    push: random() < 0.5,
    dash: random() < 0.2,
    brace: random() < 0.25,
  });
}
