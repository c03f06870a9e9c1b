import { chargeShare } from "#shared/simulation/actions.ts";
import { reachOf } from "#shared/simulation/push.ts";
import { Action } from "#shared/simulation/types.ts";
import { BRACE, ticks } from "#shared/tunables.ts";
import { exposure, pushSpeed } from "./exposure.ts";
import { distanceBetween, rotate, type Vector } from "./geometry.ts";
import { isFacing } from "./targets.ts";
import { inward } from "./terrain.ts";
import type { Situation } from "./traits.ts";
import { isMate, type SeenPlayer } from "./view.ts";

/** A threat is looked at anew after this time. */
const ATTENTION = ticks(0.7);
/** Danger 0..1 from which a threat is taken seriously. */
const SERIOUS = 0.3;
/** How long one stays planted, waiting for the blow. */
const PLANTED = ticks(0.4);
/** A parry is good for this long; then it must be renewed. */
const PARRY = ticks(BRACE.parryWindow);
/** Charge, and share of the reach, from which a push is expected at any moment. */
const IMMINENT_CHARGE = 0.45;
const IMMINENT_REACH = 0.85;
/** Angle (radians) off the line of fire in which one dodges. */
const DODGE_ANGLE = 1.25;

/** Share of the threats that are dodged rather than braced against. */
const DODGING = 0.4;

type Answer = "ignore" | "dodge" | "brace" | "parry";

/** Watches out for attacks: gets out of their line, plants itself, or throws them back. */
export class Guard {
  private attackerId = "";
  private answer: Answer = "ignore";
  private attentionUntil = 0;
  private bracedUntil = 0;
  private restUntil = 0;

  /** Where to run to get out of the line of an attack that was noticed. */
  dodge(situation: Situation): Vector | undefined {
    const attacker = this.watch(situation);
    if (attacker === undefined || this.answer === "ignore") return undefined;
    if (dangerFrom(situation, attacker) < SERIOUS) return undefined;
    const { self, ground, traits } = situation;
    const away = direction(attacker, self);
    const home = inward(ground, self.x, self.y);
    const left = rotate(away, DODGE_ANGLE);
    const right = rotate(away, -DODGE_ANGLE);
    const preference = (left.x - right.x) * home.x + (left.y - right.y) * home.y;
    return (Math.abs(preference) > 0.1 ? preference : traits.side) > 0 ? left : right;
  }

  /** Whether the brace button is down in this tick; call it after `dodge`. */
  brace(situation: Situation): boolean {
    const { tick, others } = situation;
    if (tick < this.bracedUntil) return true;
    if (tick < this.restUntil || this.answer === "ignore" || this.answer === "dodge") return false;
    const attacker = others.find(({ id }) => id === this.attackerId);
    if (attacker === undefined || !isThreat(situation, attacker) || !isImminent(situation, attacker))
      return false;
    if (this.answer === "brace" && dangerFrom(situation, attacker) < SERIOUS) return false;
    this.bracedUntil = tick + (this.answer === "parry" ? PARRY : PLANTED);
    // The button must be let go for the next parry to count.
    this.restUntil = this.bracedUntil + (this.answer === "parry" ? 2 : ATTENTION);
    return true;
  }

  /** The worst threat. How a new one is answered is a matter of skill and luck. */
  private watch(situation: Situation): SeenPlayer | undefined {
    const { tick, ability, dice } = situation;
    const threat = worstThreat(situation);
    if (threat === undefined) return undefined;
    if (threat.id !== this.attackerId || tick > this.attentionUntil) {
      this.attackerId = threat.id;
      if (!dice.chance(ability.alertness)) this.answer = "ignore";
      else if (dice.chance(ability.parry)) this.answer = "parry";
      else this.answer = dice.chance(DODGING) ? "dodge" : "brace";
    }
    this.attentionUntil = tick + ATTENTION;
    return threat;
  }
}

/** Whether somebody who is no mate is charging at the bot from within reach. */
export function isThreat({ self, view }: Situation, other: SeenPlayer): boolean {
  if (other.action !== Action.Charging || self.protectTicks > 0 || isMate(view, other)) return false;
  return distanceBetween(other, self) < reachOf(chargeShare(other.charge)) + 0.4 && isFacing(other, self);
}

function worstThreat(situation: Situation): SeenPlayer | undefined {
  let worst: SeenPlayer | undefined;
  let worstDanger = -1;
  for (const other of situation.others) {
    if (!isThreat(situation, other)) continue;
    const danger = dangerFrom(situation, other);
    if (danger <= worstDanger) continue;
    worst = other;
    worstDanger = danger;
  }
  return worst;
}

/** Danger 0..1 of the push that somebody is charging. */
function dangerFrom({ self, ground }: Situation, attacker: SeenPlayer): number {
  const distance = distanceBetween(attacker, self);
  const speed = pushSpeed(chargeShare(attacker.charge), distance, self.wobble);
  return exposure(ground, self, direction(attacker, self), speed);
}

function direction(from: Vector, to: Vector): Vector {
  const distance = distanceBetween(from, to);
  return distance > 0 ? { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance } : { x: 1, y: 0 };
}

function isImminent({ self }: Situation, attacker: SeenPlayer): boolean {
  const charge = chargeShare(attacker.charge);
  return charge > IMMINENT_CHARGE && distanceBetween(attacker, self) < reachOf(charge) * IMMINENT_REACH;
}
