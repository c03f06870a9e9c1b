import { chargeShare } from "#shared/simulation/actions.ts";
import { reachOf } from "#shared/simulation/push.ts";
import { Action } from "#shared/simulation/types.ts";
import { BRACE, ticks } from "#shared/tunables.ts";
import { exposure, pushSpeed } from "./exposure.ts";
import { distanceBetween } from "./geometry.ts";
import { isFacing } from "./targets.ts";
import type { Situation } from "./traits.ts";
import type { SeenPlayer } from "./view.ts";

/** A threat that was not answered is not looked at again for this long. */
const INDIFFERENCE = ticks(0.6);
/** Danger 0..1 from which it is worth planting oneself. */
const WORTH_BRACING = 0.35;
/** How long one stays planted, waiting for the blow. */
const PLANTED = ticks(0.4);
/** A parry is good for this long; then it must be renewed. */
const PARRY = ticks(BRACE.parryWindow);
/** Share of the reach within which a full charge is expected to be let go. */
const IMMINENT = 0.85;

/** Watches out for attacks, and braces against those that would be the end. */
export class Guard {
  private until = 0;
  private deafUntil = 0;

  /** Whether the brace button is down in this tick. */
  brace(situation: Situation): boolean {
    const { self, tick, ability, dice } = situation;
    if (tick < this.until) return true;
    if (self.action === Action.Bracing || tick < this.deafUntil) return false;
    const attacker = this.worstThreat(situation);
    if (attacker === undefined) return false;
    this.deafUntil = tick + INDIFFERENCE;
    if (!dice.chance(ability.alertness)) return false;
    if (dice.chance(ability.parry)) {
      if (!isImminent(situation, attacker)) {
        this.deafUntil = tick + 1;
        return false;
      }
      this.until = tick + PARRY;
      this.deafUntil = this.until + 2;
    } else {
      if (this.danger(situation, attacker) < WORTH_BRACING) return false;
      this.until = tick + PLANTED;
    }
    return true;
  }

  /** Who is about to push this bot, and how far that would throw it. */
  private worstThreat(situation: Situation): SeenPlayer | undefined {
    let worst: SeenPlayer | undefined;
    let worstDanger = -1;
    for (const other of situation.others) {
      if (!isThreat(situation, other)) continue;
      const danger = this.danger(situation, other);
      if (danger <= worstDanger) continue;
      worst = other;
      worstDanger = danger;
    }
    return worst;
  }

  private danger({ self, ground }: Situation, attacker: SeenPlayer): number {
    const distance = distanceBetween(attacker, self);
    if (distance === 0) return 0;
    const away = { x: (self.x - attacker.x) / distance, y: (self.y - attacker.y) / distance };
    return exposure(ground, self, away, pushSpeed(chargeShare(attacker.charge), distance, self.wobble));
  }
}

/** Whether somebody is charging at the bot from within reach. */
export function isThreat({ self }: Situation, other: SeenPlayer): boolean {
  if (other.action !== Action.Charging || self.protectTicks > 0) return false;
  return distanceBetween(other, self) < reachOf(chargeShare(other.charge)) + 0.4 && isFacing(other, self);
}

function isImminent({ self }: Situation, attacker: SeenPlayer): boolean {
  const charge = chargeShare(attacker.charge);
  return charge > 0.6 && distanceBetween(attacker, self) < reachOf(charge) * IMMINENT;
}
