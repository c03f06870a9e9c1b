import type { Arena } from "#shared/arena/arena.ts";
import { isHuge, suits } from "#shared/simulation/modes/suits.ts";
import { MODES } from "#shared/simulation/modes/table.ts";
import type { MatchPlan, World } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";

/** Proposals at once. */
const MAX_CHOICES = 3;

/**
 * Whether a room may go on with an arena and a mode. Who is told what, and how many seats there are, is decided when a room opens:
 * a huge arena needs a room of its own.
 */
export function fits(world: World, plan: Pick<MatchPlan, "arena" | "mode">): boolean {
  const { arena, mode } = plan;
  return suits(mode, arena) && isHuge(arena) === isHuge(world.arena) && world.players.size <= mode.maxPlayers;
}

/** How long a match (ticks) will be in another mode: as long as now in the same one, unless somebody says otherwise. */
export function lengthIn(world: World, mode: MatchPlan["mode"]): number {
  return mode.id === world.mode.id ? world.matchTicks : ticks(mode.timeLimit);
}

/**
 * What the next match could be, in the order in which it is proposed: others in an order that the dice decide, as many arenas as
 * there can be among them, and the running one last. Nothing where there is nothing to choose.
 */
export function proposals(
  world: World,
  arenas: ReadonlyMap<string, Arena>,
  dice: () => number,
): readonly MatchPlan[] {
  const all = Object.values(MODES).flatMap((mode) =>
    [...arenas.values()].map((arena): MatchPlan => ({ arena, mode, matchTicks: lengthIn(world, mode) })),
  );
  const possible = all.filter((plan) => fits(world, plan));
  const others = shuffled(
    possible.filter((plan) => !isRunning(world, plan)),
    dice,
  );
  if (others.length === 0) return [];
  const arenasSeen = new Set([world.arena]);
  const isFresh = ({ arena }: MatchPlan) => !arenasSeen.has(arena) && arenasSeen.add(arena).size > 0;
  const fresh = others.filter(isFresh);
  others.sort((a, b) => Number(fresh.includes(b)) - Number(fresh.includes(a)));
  return [...others.slice(0, MAX_CHOICES - 1), ...possible.filter((plan) => isRunning(world, plan))];
}

/** Whether that is what is played now. */
export function isRunning(world: World, { arena, mode }: MatchPlan): boolean {
  return arena === world.arena && mode.id === world.mode.id;
}

/** The same in an order that the dice decide (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], dice: () => number): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(Math.floor(dice() * rest.length), 1));
}
