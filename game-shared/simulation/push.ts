import { aimX, aimY } from "../quantize.ts";
import { BODY, PUSH } from "../tunables.ts";
import { answered, type Blow, isTarget, land } from "./blow.ts";
import { isClear } from "./clear-way.ts";
import { type Hit, openBlow } from "./open-blow.ts";
import type { Place, Sights } from "./tick-input.ts";
import { Action, type GameEvent, type Player, type World } from "./types.ts";

/** A push that was let go in this tick, at the attacker's place and aim of that moment. */
export interface ReleasedPush {
  attacker: Player;
  x: number;
  y: number;
  aim: number;
  /** 0..1 */
  charge: number;
}

/** At this distance (tiles) two bodies touch: the cone is no question any more, only in front or behind. */
const TOUCHING = BODY.radius * 2 + 0.1;

/**
 * Resolves all pushes of a tick; `sights` says where attackers saw others. Who is hit is decided for all of them before anybody moves, so the order
 * of the players does not matter to it. With `defence`, victims may still answer, and a dash that has left the reach
 * of a push counts although the attacker saw it there.
 */
export function resolvePushes(
  world: World,
  pushes: readonly ReleasedPush[],
  sights: Sights,
  defence: boolean,
  emit: (event: GameEvent) => void,
): void {
  const hits: Hit[] = [];
  for (const push of pushes) {
    const sight = sights.get(push.attacker.id);
    for (const victim of world.players.values()) {
      if (victim === push.attacker || isFarOff(push, victim)) continue;
      if (!isTarget(world, push.attacker, victim)) continue;
      const blow = aimedBlow(world, push, victim, sight?.get(victim.id) ?? victim);
      if (blow === undefined) continue;
      if (defence && hasDashedClear(world, push, victim)) emit(answered("dodge", world, blow));
      else hits.push({ push, blow });
    }
  }
  for (const hit of hits) {
    const open = defence ? openBlow(world, hit) : undefined;
    land(world, hit.blow, emit);
    if (open !== undefined) world.openBlows.set(hit.blow.victim.id, open);
  }
}

function hasDashedClear(world: World, push: ReleasedPush, victim: Player): boolean {
  return (
    !victim.bot && victim.action === Action.Dashing && aimedBlow(world, push, victim, victim) === undefined
  );
}

/**
 * Whether somebody is so far away now that no screen can have shown them in reach of a push, as nearly everybody in a crowd is;
 * `margin` (tiles) is added for what may happen before it is let go.
 */
export function isFarOff(from: Place, victim: Place, margin = 0): boolean {
  const far = FAR_OFF + margin;
  return Math.abs(victim.x - from.x) > far || Math.abs(victim.y - from.y) > far;
}

/** Reach of the longest push, and how far the fastest flight goes in the longest rewind and a patch at 10 Hz (tiles). */
const FAR_OFF = PUSH.reachFull + BODY.maxSpeed * (PUSH.maxRewindMs / 1000 + 0.1);

/** Reach (tiles) of a push with a charge of 0..1. */
export function reachOf(charge: number): number {
  return PUSH.reachTap + (PUSH.reachFull - PUSH.reachTap) * charge;
}

/** The blow that a push deals to a victim who is seen at a place; undefined when it does not reach there. */
export function aimedBlow(world: World, push: ReleasedPush, victim: Player, seen: Place): Blow | undefined {
  const dx = seen.x - push.x;
  const dy = seen.y - push.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const reach = reachOf(push.charge);
  if (distance > reach) return undefined;
  const ax = aimX(push.aim);
  const ay = aimY(push.aim);
  const awayX = distance > 0 ? dx / distance : ax;
  const awayY = distance > 0 ? dy / distance : ay;
  const cosine = awayX * ax + awayY * ay;
  if (cosine < (distance < TOUCHING ? 0 : COS_HALF_CONE)) return undefined;
  if (!isClear(world, push.x, push.y, seen.x, seen.y)) return undefined;
  const x = awayX * (1 - PUSH.aimBlend) + ax * PUSH.aimBlend;
  const y = awayY * (1 - PUSH.aimBlend) + ay * PUSH.aimBlend;
  const length = Math.sqrt(x * x + y * y);
  const strength = PUSH.impulseTap + (PUSH.impulseFull - PUSH.impulseTap) * push.charge;
  return {
    attacker: push.attacker,
    victim,
    dx: x / length,
    dy: y / length,
    impulse: strength * (1 - PUSH.falloff * (distance / reach)),
    wobble: PUSH.wobbleTap + (PUSH.wobbleFull - PUSH.wobbleTap) * push.charge,
    carryOver: PUSH.carryOver,
  };
}

const COS_HALF_CONE = Math.cos(PUSH.halfCone);
