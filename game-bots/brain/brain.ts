import { sanitizeInput } from "#shared/simulation/input.ts";
import { Action, type PlayerInput } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { Aimer } from "./aim.ts";
import { chooseDirection, pointAt } from "./attack.ts";
import { chooseDash } from "./dashing.ts";
import { Dice } from "./dice.ts";
import { atMostUnit, bearing, distanceBetween, rotate, type Vector } from "./geometry.ts";
import type { Want } from "./goals/goal.ts";
import { Guard } from "./guard.ts";
import { Memory } from "./memory.ts";
import { Mood } from "./mood.ts";
import { Pathfinder } from "./paths.ts";
import { aroundPeels } from "./peels.ts";
import { isThere, placeFor, wantOf, worthOf } from "./purpose.ts";
import { Recovery } from "./recovery.ts";
import { Rehearsal } from "./rehearsal.ts";
import { ABILITIES, type Skill } from "./skills.ts";
import { Steering } from "./steering.ts";
import { chooseTarget } from "./targets.ts";
import { clearanceAt, inward } from "./terrain.ts";
import { rollTraits, type Situation } from "./traits.ts";
import { Trigger } from "./trigger.ts";
import type { BrainView, SeenPlayer } from "./view.ts";
import { Wander } from "./wander.ts";

/** Shortest and longest time (s) between two changes of plan. */
const MIN_THINK = 0.1;
const MAX_THINK = 0.24;
/** Closer than this (tiles) to the wanted place one circles instead of running. */
const CLOSE = 0.35;
/** With less room than this (tiles) to the next edge a careful bot draws back from it. */
const COMFORT = 2.6;
/** How much stronger that draws than the wish to get somewhere, right at the edge. */
const DRAW = 2;
/** Share of the top speed used for circling, and how far (radians) off the straight way that leads. */
const CIRCLING = 0.55;
const CIRCLING_ANGLE = 1.3;

/** What plays a character. */
export interface Brain {
  readonly skill: Skill;
  /** What to do in this tick; call it once per tick. The input is legal and quantized as the wire does it. */
  think(view: BrainView): PlayerInput;
}

/** A brain of a skill; the same seed (any 32-bit integer) and the same views give the same inputs. */
export function createBrain(skill: Skill, seed: number): Brain {
  return new BotBrain(skill, seed);
}

class BotBrain implements Brain {
  readonly skill: Skill;
  private readonly dice: Dice;
  private readonly fixed: Pick<Situation, "ability" | "traits" | "dice" | "rehearsal">;
  private readonly memory: Memory;
  private readonly aimer: Aimer;
  private readonly mood = new Mood();
  private readonly paths = new Pathfinder();
  private readonly steering = new Steering();
  private readonly recovery = new Recovery();
  private readonly guard = new Guard();
  private readonly trigger = new Trigger();
  private readonly wander = new Wander();
  private targetId = "";
  private direction = 0;
  private nextThought = 0;

  constructor(skill: Skill, seed: number) {
    this.skill = skill;
    this.dice = new Dice(seed);
    const ability = ABILITIES[skill];
    const traits = rollTraits(this.dice);
    this.fixed = { ability, traits, dice: this.dice, rehearsal: new Rehearsal() };
    this.memory = new Memory(ability);
    this.aimer = new Aimer(ability, this.dice.between(-Math.PI, Math.PI));
  }

  think(view: BrainView): PlayerInput {
    const { tick, self, ground } = view;
    const others = this.memory.observe(self, view.others);
    const situation: Situation = { tick, self, ground, others, view, ...this.fixed };
    return sanitizeInput(this.decide(situation));
  }

  private decide(situation: Situation): PlayerInput {
    const { self, dice } = situation;
    if (self.action === Action.Falling) {
      this.targetId = "";
      return { moveX: 0, moveY: 0, aim: self.aim, push: false, dash: false, brace: false };
    }
    const want = wantOf(situation);
    const target = this.plan(situation, want);
    const place = placeFor(situation, want, target, this.direction) ?? this.wander.place(situation);
    const arrived = want === undefined || isThere(situation, want);
    const strike = arrived ? want?.strike : undefined;
    const look = target
      ? pointAt(situation, target, this.direction)
      : place
        ? bearing(self, place)
        : self.aim;
    const aim = this.aimer.turn(strike ?? look, dice);
    // Whoever is on the way somewhere minds the way.
    this.mood.update(situation, target !== undefined && arrived);
    const rescue = this.recovery.input(situation, aim, this.steering.takeLost());
    if (rescue !== undefined) return rescue;
    const dash = chooseDash(situation, target, want?.shove);
    if (dash !== undefined)
      return { moveX: dash.x, moveY: dash.y, aim, push: false, dash: true, brace: false };
    const move = this.walk(situation, place, place === want && want?.exact === true);
    const brace = this.guard.brace(situation);
    const push =
      !brace &&
      (strike === undefined
        ? this.trigger.press(situation, target, aim)
        : this.trigger.strike(situation, aim, strike));
    return { moveX: move.x, moveY: move.y, aim, push, dash: false, brace };
  }

  /** Sticks to the plan, or makes a new one when it is time. */
  private plan(situation: Situation, want: Want | undefined): SeenPlayer | undefined {
    const { tick, others, dice } = situation;
    const worth = (other: SeenPlayer): number | undefined => worthOf(situation, want, other);
    const current = others.find((other) => other.id === this.targetId && other.action !== Action.Falling);
    if (tick < this.nextThought && (current !== undefined || this.targetId === "")) return current;
    this.nextThought = tick + ticks(dice.between(MIN_THINK, MAX_THINK));
    const target = chooseTarget(situation, this.targetId, worth);
    this.targetId = target?.id ?? "";
    if (target !== undefined) this.direction = chooseDirection(situation, target);
    return target;
  }

  private walk(situation: Situation, place: Vector | undefined, exact: boolean): Vector {
    const { tick } = situation;
    const wish = this.guard.dodge(situation) ?? this.approach(situation, place, exact);
    const move = this.mood.move(wish, tick, exact);
    if (this.mood.isCareless(tick)) return move;
    return this.steering.move(situation, move);
  }

  /** The way to a place, drawn a little towards the middle of the island unless it has to be exact. */
  private approach(situation: Situation, place: Vector | undefined, exact: boolean): Vector {
    const { self, ground, tick, traits, ability } = situation;
    if (place === undefined) return { x: 0, y: 0 };
    const next = this.paths.next(ground, self, place, tick);
    const distance = distanceBetween(self, next);
    if (distance === 0) return { x: 0, y: 0 };
    const straight = { x: (next.x - self.x) / distance, y: (next.y - self.y) / distance };
    const heading = aroundPeels(situation, straight);
    if (next !== place || exact) return heading;
    const room = clearanceAt(ground, self.x, self.y);
    const pull = DRAW * ability.caution * Math.max(0, 1 - room / COMFORT);
    const home = inward(ground, self.x, self.y);
    const drawn = atMostUnit(heading.x + home.x * pull, heading.y + home.y * pull);
    if (distance > CLOSE) return drawn;
    return rotate({ x: drawn.x * CIRCLING, y: drawn.y * CIRCLING }, CIRCLING_ANGLE * traits.side);
  }
}
