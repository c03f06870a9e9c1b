import type { Arena } from "#shared/arena/arena.ts";
import type { Look } from "#shared/look.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import type { Effect } from "#shared/simulation/pickups/effect.ts";
import type { Action, GameEvent, MatchPhase } from "#shared/simulation/types.ts";
import type { Spot } from "#shared/spots.ts";

/**
 * One player as it is to be drawn in this frame. The object lives as long as the player is in the room
 * and is rewritten every frame, so a scene may keep it but not its numbers.
 */
export interface DrawnPlayer {
  readonly id: string;
  name: string;
  look: Look;
  bot: boolean;
  /** False while the player's connection is lost and the character waits. */
  connected: boolean;
  /** A bot plays for them, because they do nothing. */
  away: boolean;
  /** The character of this page. */
  self: boolean;
  /** Number of the team, from 0; `NO_TEAM` where everybody plays for themselves. */
  team: number;
  /** On the side of this page's player, and not that player. */
  mate: boolean;
  /** Centre (tiles): predicted for oneself, interpolated for others. */
  x: number;
  y: number;
  /** Velocity as drawn (tiles/s). */
  vx: number;
  vy: number;
  /** Radians, 0 is east, clockwise on screen. */
  aim: number;
  action: Action;
  /** 0..1, how far the push is charged. */
  charge: number;
  /** 0..300 percent. */
  wobble: number;
  /** In the air after a spring, 0 on the ground, 1 at the top of the arc. */
  height: number;
  /** 0..1 through the fall, 0 when not falling; 1 means gone until the respawn. */
  fall: number;
  /** Under protection after a respawn. */
  protected: boolean;
  /** What they are under by what they picked up. */
  effect: Effect;
  /** Seconds left of it, of the local player's; 0 for one that lasts until it is used. */
  effectLeft: number;
}

/** Something in the world besides the players, as it is to be drawn in this frame; the object lives as long as the thing does. */
export interface DrawnThing {
  readonly id: string;
  /** Name in the table of kinds: `scenes/objects/table.ts` draws it. */
  readonly kind: string;
  /** Centre (tiles). */
  x: number;
  y: number;
  /** Velocity as drawn (tiles/s). */
  vx: number;
  vy: number;
  /** Session id of whose it is; empty for nobody's. */
  owner: string;
}

/** The ball as it is to be drawn in this frame. */
export interface DrawnBall {
  /** Centre (tiles). */
  x: number;
  y: number;
  /** Velocity (tiles/s). */
  vx: number;
  vy: number;
  /** In the air after a spring, 0 on the ground, 1 at the top of the arc. */
  height: number;
  /** Seconds until it is back at its mark; 0 while it is in play. Until then it is where it went out. */
  out: number;
}

/** How somebody without a character in play looks at a match. Whoever steers writes it, the camera reads it. */
export interface Gaze {
  /** One has a character, and it is out until the next round. */
  isOut: boolean;
  /** It follows somebody, flies freely, or shows the whole arena. */
  mode: "follow" | "free" | "all";
  /** Id of whom it follows; "" for nobody. */
  followed: string;
  /** Where the free camera is steered to, -1..1 each, y down. */
  moveX: number;
  moveY: number;
  /** How far the free camera has been dragged since the page was opened (CSS pixels). */
  dragX: number;
  dragY: number;
}

/** A gaze that follows nobody yet. */
export function createGaze(): Gaze {
  return { isOut: false, mode: "all", followed: "", moveX: 0, moveY: 0, dragX: 0, dragY: 0 };
}

/** The floor as the newest patch left it. */
export interface SeenGround extends Ground {
  /** Whether the next ring of the rim shakes: number `sunk` of `rimOf(arena).rings`. */
  readonly shaking: boolean;
}

/** What the scenes read of a running match, once a frame. They decide nothing. */
export interface MatchView {
  readonly arena: Arena;
  /** In joining order; on a huge arena those near the own character, or near to whom one follows. Players who left are gone from it. */
  readonly players: ReadonlyMap<string, DrawnPlayer>;
  /** By id, in the order in which they came: what is in the world besides players, all over the arena. */
  readonly things: ReadonlyMap<string, DrawnThing>;
  /** The ball, in the present of the own character; undefined where there is none. */
  readonly ball: DrawnBall | undefined;
  /** The own character; undefined before the first state has come. */
  readonly self: DrawnPlayer | undefined;
  /** How one looks at the match without an own character. */
  readonly gaze: Readonly<Gaze>;
  /** On a huge arena: roughly where everybody was a moment ago, those in sight included; else empty. */
  readonly spots: readonly Spot[];
  readonly phase: MatchPhase;
  /** The floor: what has crumbled away and how much of the rim has sunk. */
  readonly ground: SeenGround;
  /**
   * Events that became due in this frame, oldest first; valid until the next frame. What the own
   * character does is reported in the frame of the key press, and not again when the server confirms it.
   */
  readonly events: readonly GameEvent[];
  /** Whether somebody opposes drawing at this moment (reconnecting): the picture stands still. */
  readonly paused: boolean;
}
