import { type Load, type Measured, measure, type Pace } from "./measure.ts";

/** Everything that the command measures. */
export interface Plan {
  /** Sizes of one room, ascending. */
  readonly sizes: readonly number[];
  /** Numbers of full Brawls at once, ascending. */
  readonly rooms: readonly number[];
  readonly rounds: number;
  readonly pace: Pace;
}

/** One room by the number of players in it, and full Brawls by their number. Each load in all rounds. */
export interface Results {
  readonly near: readonly (readonly Measured[])[];
  readonly all: readonly (readonly Measured[])[];
  readonly rooms: readonly (readonly Measured[])[];
}

/** Seats of a full Brawl. */
export const FULL = 16;
/** More CPU (% of a core) than this, and more rooms tell nothing new: the server has no more to give. */
const SATURATED = 95;

/** Measures everything, in turns, so that a noisy minute spoils a round and not a series. */
export async function measureAll(plan: Plan, tell: (measured: Measured) => void): Promise<Results> {
  const near: Measured[][] = plan.sizes.map(() => []);
  const all: Measured[][] = plan.sizes.map(() => []);
  const rooms: Measured[][] = [];
  const run = async (into: Measured[] | undefined, load: Load): Promise<Measured> => {
    const measured = await measure(load, plan.pace);
    into?.push(measured);
    tell(measured);
    return measured;
  };
  for (let round = 0; round < plan.rounds; round++) {
    for (const [i, players] of plan.sizes.entries()) {
      await run(all[i], { mode: "stampede", inView: "all", players, rooms: 1 });
      await run(near[i], { mode: "stampede", inView: "near", players, rooms: 1 });
    }
    for (const [i, count] of plan.rooms.entries()) {
      // Once the server or the clients have no more to give, the next rounds stop there, too.
      if (round > 0 && rooms[i] === undefined) break;
      const rounds = rooms[i] ?? [];
      rooms[i] = rounds;
      const { cpu, shortfall } = await run(rounds, {
        mode: "brawl",
        inView: "all",
        players: count * FULL,
        rooms: count,
      });
      if (round === 0 && (cpu > SATURATED || shortfall !== undefined)) break;
    }
  }
  return { near, all, rooms };
}
