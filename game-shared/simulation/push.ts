import { aimX, aimY } from "../quantize.ts";
import { BODY, PUSH } from "../tunables.ts";
import { type Blow, isVulnerable, land } from "./blow.ts";
import { isClear } from "./ground.ts";
import type { GameEvent, Player, World } from "./types.ts";

/** A push that was let go in this tick, at the attacker's place and aim of that moment. */
export interface ReleasedPush {
  attacker: Player;
  x: number;
  y: number;
  aim: number;
  /** 0..1 */
  charge: number;
}

/** Where the attacker saw somebody when pushing; the live position without lag compensation. */
export type SeenBy = (attackerId: string, target: Player) => { readonly x: number; readonly y: number };

/** At this distance (tiles) two bodies touch: the cone is no question any more, only in front or behind. */
const TOUCHING = BODY.radius * 2 + 0.1;

/**
 * Resolves all pushes of a tick. Who is hit is decided for all of them before anybody moves, so the order
 * of the players does not matter to it.
 */
export function resolvePushes(
  world: World,
  pushes: readonly ReleasedPush[],
  seenBy: SeenBy,
  emit: (event: GameEvent) => void,
): void {
  const blows: Blow[] = [];
  for (const push of pushes) {
    for (const victim of world.players.values()) {
      if (victim === push.attacker || !isVulnerable(victim)) continue;
      const blow = aimedBlow(world, push, victim, seenBy(push.attacker.id, victim));
      if (blow !== undefined) blows.push(blow);
    }
  }
  for (const blow of blows) land(world, blow, emit);
}

/** Reach (tiles) of a push with a charge of 0..1. */
export function reachOf(charge: number): number {
  return PUSH.reachTap + (PUSH.reachFull - PUSH.reachTap) * charge;
}

function aimedBlow(
  world: World,
  push: ReleasedPush,
  victim: Player,
  seen: { readonly x: number; readonly y: number },
): Blow | undefined {
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
  if (!isClear(world.arena, push.x, push.y, seen.x, seen.y)) return undefined;
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
