import type { Arena } from "../arena/arena.ts";
import type { Ball } from "./ball/ball.ts";
import type { BODY_FIELDS } from "./body-fields.ts";
import type { BlowMeans, FallMeans } from "./means.ts";
import type { Mode } from "./modes/mode.ts";
import type { OpenBlow } from "./open-blow.ts";
import type { PushStyle } from "./pickups/effect.ts";
import type { PickupName } from "./pickups/table.ts";
import type { Thing } from "./things/thing.ts";

/** What a body is busy with. Sent as a number, so the order is part of the wire format. */
export const Action = {
  /** Free to do anything. */
  Idle: 0,
  /** Holding a push. */
  Charging: 1,
  /** In the burst of a dash. */
  Dashing: 2,
  /** Planted. */
  Bracing: 3,
  /** Over the edge: out of play until the respawn. */
  Falling: 4,
} as const;
export type Action = (typeof Action)[keyof typeof Action];

/** What a player wants in one tick. Axes -1..1, aim in radians (0 is east, clockwise on screen). */
export interface PlayerInput {
  moveX: number;
  moveY: number;
  aim: number;
  push: boolean;
  dash: boolean;
  brace: boolean;
  /** Tick of the newest state that the player's page had when it made this; absent for who has no page. */
  seen?: number;
}

/** One body in the world: see `BODY_FIELDS`. */
export type Body = { -readonly [Name in keyof typeof BODY_FIELDS]: Name extends "action" ? Action : number };

/** A player's seat in the world: the body and what only the server needs to know of it. */
export interface Player extends Body {
  readonly id: string;
  name: string;
  bot: boolean;
  /** Number of the team, from 0; 0 where there are none. */
  team: number;
  /** Who pushed last, for the knock-out; empty for nobody. */
  lastHitBy: string;
  /** World tick of that push. */
  lastHitTick: number;
  /** What that was, if it was no push. */
  lastHitMeans: BlowMeans | undefined;
  /** The tile stood on last, as an index into `arena.tiles`. */
  footing: number;
  /** The last throw by a spring or bumper in this life, and its world tick. */
  thrown: { readonly by: "spring" | "bumper"; readonly tick: number } | undefined;
  /** Knock-outs dealt in this match. */
  knockouts: number;
  /** Times fallen in this match. */
  falls: number;
  /** Falls in this match that nobody else caused. */
  selfKnockouts: number;
  /** Points in this match by the mode's own rules. */
  points: number;
  /** Lives left in this match: 0 for out, `ENDLESS` where they do not count. */
  lives: number;
  /** World tick at which the present life began. */
  bornTick: number;
  /** Players who have fallen to this one since it last fell itself. */
  streak: number;
}

/** A room with a lobby waits there before its first match and between two; others count down to the next match at once. */
export type MatchPhase = "lobby" | "countdown" | "playing" | "results";

/** What a match is played on, and by which rules. */
export interface MatchPlan {
  readonly arena: Arena;
  readonly mode: Mode;
  /** Length of the match in ticks. */
  readonly matchTicks: number;
}

/** Everything the rules work on. `step` changes it in place. */
export interface World {
  /** Another one after `moveWorld`. */
  arena: Arena;
  mode: Mode;
  /** Whether it waits in a lobby before its first match and between two. */
  readonly hasLobby: boolean;
  /** Steps since the room began. */
  tick: number;
  phase: MatchPhase;
  /** Tick at which the phase ends; 0 in the lobby, which ends when its people want. */
  phaseEndsTick: number;
  /** Tick at which play goes on; 0 while it does, `PAUSED` until somebody lets it go on. */
  resumesAt: number;
  /** What the next match is played on; undefined for the same again. */
  next: MatchPlan | undefined;
  /** Length of a match in ticks. */
  matchTicks: number;
  /** In joining order, which is the order of processing. */
  readonly players: Map<string, Player>;
  /** What is in the world besides players, in the order in which it came; see `things/`. */
  readonly things: Map<number, Thing>;
  /** The ball, where a mode has put one into the world. */
  ball: Ball | undefined;
  /** Id of the newest thing. */
  lastThing: number;
  /** Pickups that appear, and the ticks until the next one does, or shows where it will. */
  readonly pickups: { on: readonly PickupName[]; wait: number };
  /** Per crumbling tile, in the order of `arena.crumbles`: 0 whole, else ticks since the first step on it. */
  crumbleTicks: Uint16Array;
  /** The same as a client sees it: 0 whole, 1 shaking, 2 gone. */
  crumblePhases: Uint8Array;
  /** By victim: the blow that an answer which is still under way may take back. */
  readonly openBlows: Map<string, OpenBlow>;
  /** Rings of the arena's rim that have sunk: see `simulation/rim.ts`. */
  sunk: number;
  /** Tick at which the next ring sinks, which shakes until then; 0 while none does. */
  sinksAt: number;
  /** Number of the round that is played, from 1; 0 where a match has none. */
  round: number;
  /** What the mode counts in this match besides points, by names of its own. Whole numbers; times are ticks that are left or were played. */
  readonly counts: Map<string, number>;
  /** Points of each team in this match; empty where there are none. */
  teamPoints: number[];
  /** Ids of those who won the match that has just ended; nobody while one is played. */
  winners: readonly string[];
  /** State of the seeded random generator. */
  seed: number;
}

/**
 * A thing that happened in a step, for the eye and the ear. Positions in tiles, `tick` of the step. `since` is the tick
 * of a blow that had landed and is taken back by this. `means` says what made somebody fall: how
 * another one did it, if by no push, or what did it where nobody else has. The `team`
 * of a goal is the one that scores; `own`: nobody of it touched the ball lately, `id` is who put it into their own goal.
 *
 * Of the modes:
 * - `crown`: `id` bears the crown from now on, or it lies at the place when empty; `by` bore it before, or nobody did.
 * - `zone`: a zone moves to the place, `soon` or now. `zone` is the id of its thing.
 * - `round`: round number `round` begins, or is over; then `winner` is the id of whoever has won it, empty for nobody.
 * - `sink`: a ring of the rim (`ring` of `simulation/rim.ts`) shakes (1), or sinks (2).
 * - `out`: `id` has lost the last life of the round.
 * - `points`: `id`, or team `team` where `id` is empty, has got `points` at the place. `team` is -1 where there are none.
 *
 * Of pickups: `with` says what that was picked up has become of a push or a dash. `hook` and `slip` are told of whom they happen
 * to, `by` is whose doing it is.
 */
export type GameEvent =
  | {
      type: "push";
      tick: number;
      id: string;
      x: number;
      y: number;
      aim: number;
      charge: number;
      with?: PushStyle["name"];
    }
  | {
      type: "hit";
      tick: number;
      id: string;
      by: string;
      x: number;
      y: number;
      vx: number;
      vy: number;
      wobble: number;
    }
  | { type: "braced"; tick: number; id: string; by: string; x: number; y: number; since?: number }
  | { type: "parry"; tick: number; id: string; by: string; x: number; y: number; since?: number }
  | { type: "dodge"; tick: number; id: string; by: string; x: number; y: number; since?: number }
  | { type: "dash"; tick: number; id: string; x: number; y: number; aim: number; with?: "banana" }
  | { type: "pickup"; tick: number; id: string; x: number; y: number; kind: PickupName }
  | { type: "hook"; tick: number; id: string; by: string; x: number; y: number }
  | { type: "slip"; tick: number; id: string; by: string; x: number; y: number }
  | { type: "pop"; tick: number; id: string; x: number; y: number }
  | { type: "bump"; tick: number; id: string; x: number; y: number; speed: number }
  | { type: "bumper"; tick: number; id: string; x: number; y: number }
  | { type: "spring"; tick: number; id: string; x: number; y: number; aim: number }
  | { type: "teleport"; tick: number; id: string; x: number; y: number; toX: number; toY: number }
  | {
      type: "fall";
      tick: number;
      id: string;
      x: number;
      y: number;
      by: string;
      streak: number;
      means?: FallMeans | BlowMeans;
    }
  | { type: "respawn"; tick: number; id: string; x: number; y: number }
  | { type: "crumble"; tick: number; tile: number; x: number; y: number; phase: 1 | 2 | 0 }
  | { type: "goal"; tick: number; id: string; team: number; own: boolean; x: number; y: number }
  | { type: "crown"; tick: number; id: string; by: string; x: number; y: number }
  | { type: "zone"; tick: number; zone: number; x: number; y: number; phase: "soon" | "now" }
  | { type: "round"; tick: number; round: number; phase: "begins" | "over"; winner: string }
  | { type: "sink"; tick: number; ring: number; phase: 1 | 2 }
  | { type: "out"; tick: number; id: string }
  | { type: "points"; tick: number; id: string; team: number; points: number; x: number; y: number }
  | { type: "phase"; tick: number; phase: MatchPhase };
