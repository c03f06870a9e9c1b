import { distance, middleOfView } from "#shared/sight.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import type { Body, Player, World } from "#shared/simulation/types.ts";
import { INTEREST } from "#shared/tunables.ts";

/** What anybody can see of somebody: the place, the pose and the signs on the character. */
export type SeenPlayer = Pick<
  Player,
  "id" | "x" | "y" | "vx" | "vy" | "aim" | "action" | "charge" | "wobble" | "protectTicks"
>;

/** What a player has on the screen in one tick. */
export interface BrainView {
  /** Counts up by one per `think`. */
  readonly tick: number;
  /** The bot's own body, which it feels at once. */
  readonly self: Body;
  /** Everybody else; the brain itself delays them by its reaction time. */
  readonly others: readonly SeenPlayer[];
  /** The map and what has crumbled away. */
  readonly ground: Ground;
}

/** The view of a player of a world, for bots that live next to it; on a huge arena they see as far as a page does. */
export function viewOf(world: World, self: Player): BrainView {
  const { arena } = world;
  const middle = isHuge(arena) ? middleOfView(arena, self) : undefined;
  const others: Player[] = [];
  for (const player of world.players.values()) {
    if (player === self || (middle !== undefined && distance(middle, player) > INTEREST.enter)) continue;
    others.push(player);
  }
  return { tick: world.tick, self, others, ground: world };
}
