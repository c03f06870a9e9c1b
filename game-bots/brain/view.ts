import { distance, middleOfView } from "#shared/sight.ts";
import type { BallMotion } from "#shared/simulation/ball/ball.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import type { Thing } from "#shared/simulation/things/thing.ts";
import type { Body, Player, World } from "#shared/simulation/types.ts";
import { INTEREST } from "#shared/tunables.ts";

/** What anybody can see of somebody: the place, the pose and the signs on the character. */
export type SeenPlayer = Pick<
  Player,
  "id" | "x" | "y" | "vx" | "vy" | "aim" | "action" | "charge" | "wobble" | "protectTicks" | "team"
>;

/** What anybody can see of a thing. */
export type SeenThing = Pick<Thing, "id" | "kind" | "x" | "y" | "owner">;

/** What anybody can see of the ball. */
export type SeenBall = Pick<BallMotion, "x" | "y" | "vx" | "vy" | "out">;

/** What a player knows of the match besides who is where. */
export interface MatchKnowledge {
  /** Id of the mode. */
  readonly mode: string;
  /** Id of the bot itself, for what it owns. */
  readonly selfId: string;
  /** Its own team; -1 where there are none. */
  readonly team: number;
  /** Everything in the world besides players, wherever it is. */
  readonly things: readonly SeenThing[];
  /** The ball, where there is one. */
  readonly ball?: SeenBall | undefined;
  /** Whether the next ring of the rim shakes. */
  readonly shaking: boolean;
}

/** What a player has on the screen in one tick. */
export interface BrainView extends MatchKnowledge {
  /** Counts up by one per `think`. */
  readonly tick: number;
  /** The bot's own body, which it feels at once. */
  readonly self: Body;
  /** Everybody else; the brain itself delays them by its reaction time. */
  readonly others: readonly SeenPlayer[];
  /** The map and what has crumbled away. */
  readonly ground: Ground;
}

/** What is known of a match that is nothing but a fight. */
export const PLAIN: MatchKnowledge = { mode: "brawl", selfId: "", team: -1, things: [], shaking: false };

/** Whether somebody is on the bot's own side. */
export function isMate({ team }: MatchKnowledge, other: SeenPlayer): boolean {
  return team >= 0 && other.team === team;
}

/** The view of a player of a world, for bots that live next to it; on a huge arena they see as far as a page does. */
export function viewOf(world: World, self: Player): BrainView {
  const { arena, mode } = world;
  const middle = isHuge(arena) ? middleOfView(arena, self) : undefined;
  const others: Player[] = [];
  for (const player of world.players.values()) {
    if (player === self || (middle !== undefined && distance(middle, player) > INTEREST.enter)) continue;
    others.push(player);
  }
  return {
    tick: world.tick,
    self,
    others,
    ground: world,
    mode: mode.id,
    selfId: self.id,
    team: mode.teams === undefined ? -1 : self.team,
    things: world.things.size === 0 ? PLAIN.things : [...world.things.values()],
    ball: world.ball,
    shaking: world.sinksAt > 0,
  };
}
