import { chargeShare } from "#shared/simulation/actions.ts";
import { effectOf } from "#shared/simulation/pickups/rules.ts";
import { reachOf } from "#shared/simulation/push.ts";
import { Action } from "#shared/simulation/types.ts";
import { DT, PUSH, ticks } from "#shared/tunables.ts";
import { promiseNow } from "./attack.ts";
import { bearing, distanceBetween, turnTo } from "./geometry.ts";
import { isFacing } from "./targets.ts";
import type { Situation } from "./traits.ts";
import { isMate, type SeenPlayer } from "./view.ts";

/** From this distance (tiles) on a push is charged. */
const ENGAGE = 7;
/** Share of the reach, and of the half cone, in which a careful bot lets go; a sloppy one adds its share. */
const SURE_REACH = 0.85;
const SLOPPY_REACH = 0.2;
const SURE_CONE = 0.6;
const SLOPPY_CONE = 0.7;
/** Chance per tick to begin charging when it is time: nobody presses in the same instant. */
const EAGERNESS = 0.12;
/** A push that found nobody is let go after this time (s) beyond the patience. */
const GIVE_UP = 1.5;
/** Charge of an opponent at which it is time to strike first. */
const DUEL_CHARGE = 0.2;
/** Share of the usual charge with which something that does not run away is struck. */
const STRIKE_CHARGE = 0.5;
/** Nearer than this (tiles) a hook does nothing that a push does not. */
const PULL_FROM = 2.5;
/** Promise of a push that nobody waits with. */
const SURE_PROMISE = 0.7;

/** Promise 0..1 of a push at a mate from which it is not let go, and how much more of it a sloppy bot lets pass. */
const MINDFUL = 0.15;
const MINDLESS = 0.25;
/** Mates are looked after so far beyond its reach (tiles): they run about. */
const MARGIN = 0.4;

/** The finger on the push button: presses it in time, and lets go of it when it is worth it. */
export class Trigger {
  private heldFor = 0;
  private wanted = 1;
  private restUntil = 0;

  /** Whether the push button is down in this tick. */
  press(situation: Situation, target: SeenPlayer | undefined, aim: number): boolean {
    const { self, tick, ability, traits, dice } = situation;
    if (self.action !== Action.Charging) {
      if (this.heldFor > 0) this.restUntil = tick + ticks(dice.between(0, ability.rest));
      this.heldFor = 0;
      this.wanted = ability.charge * dice.between(0.5, 1);
      if (self.pushCooldown > 0 || target === undefined || tick < this.restUntil) return false;
      return distanceBetween(self, target) < ENGAGE && dice.chance(EAGERNESS);
    }
    this.heldFor += DT;
    if (target === undefined || distanceBetween(self, target) > ENGAGE + 2) {
      return this.heldFor < traits.patience + GIVE_UP;
    }
    return !this.isWorthIt(situation, target, aim) || endangersMate(situation, aim);
  }

  /** Whether the push button is down for something that is no player, which a push in direction `wanted` (radians) would hit. */
  strike(situation: Situation, aim: number, wanted: number): boolean {
    const { self, ability } = situation;
    if (self.action !== Action.Charging) {
      this.heldFor = 0;
      return self.pushCooldown === 0;
    }
    this.heldFor += DT;
    const charged = chargeShare(self.charge) >= ability.charge * STRIKE_CHARGE;
    if (!charged || Math.abs(turnTo(aim, wanted)) > PUSH.halfCone * SURE_CONE) return true;
    return endangersMate(situation, aim);
  }

  private isWorthIt(situation: Situation, target: SeenPlayer, aim: number): boolean {
    const { self, ability, traits } = situation;
    if (target.protectTicks > 0) return false;
    const { push: style } = effectOf(self);
    const charge = style?.charge ?? chargeShare(self.charge);
    const distance = distanceBetween(self, target);
    if (distance > (style?.reach ?? reachOf(charge)) * (SURE_REACH + SLOPPY_REACH * ability.sloppiness))
      return false;
    const cone = (style?.halfCone ?? PUSH.halfCone) * (SURE_CONE + SLOPPY_CONE * ability.sloppiness);
    if (Math.abs(turnTo(aim, bearing(self, target))) > cone) return false;
    // A pull is for those whom a push does not reach.
    if (style?.pulls) return distance > PULL_FROM || this.heldFor > traits.patience;
    const promise = promiseNow(situation, target, charge);
    if (promise > SURE_PROMISE) return true;
    // Whoever is hit loses the charge: the first of two who charge at each other wins.
    const duel = target.action === Action.Charging && isFacing(target, self);
    if (duel && chargeShare(target.charge) > DUEL_CHARGE) return true;
    if (charge < this.wanted) return false;
    const waited = (this.heldFor - this.wanted * PUSH.chargeTime) / traits.patience;
    return promise > ability.greed * (1 - waited);
  }
}

/** Whether a push that is let go now could throw a mate over an edge; the sloppier a bot, the less it minds. */
function endangersMate(situation: Situation, aim: number): boolean {
  const { self, others, view, ability } = situation;
  if (view.team < 0) return false;
  const { push: style } = effectOf(self);
  const charge = style?.charge ?? chargeShare(self.charge);
  const reach = (style?.reach ?? reachOf(charge)) + MARGIN;
  const cone = style?.halfCone ?? PUSH.halfCone;
  return others.some(
    (mate) =>
      isMate(view, mate) &&
      mate.action !== Action.Falling &&
      distanceBetween(self, mate) < reach &&
      Math.abs(turnTo(aim, bearing(self, mate))) < cone &&
      promiseNow(situation, mate, charge) > MINDFUL + MINDLESS * ability.sloppiness,
  );
}
