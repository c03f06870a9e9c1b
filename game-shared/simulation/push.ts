import { PICKUPS } from "../pickup-tunables.ts";
import { aimX, aimY } from "../quantize.ts";
import { BODY, MOVE, PUSH } from "../tunables.ts";
import { answered, type Blow, isTarget, land } from "./blow.ts";
import { isClear } from "./clear-way.ts";
import { type Hit, openBlow } from "./open-blow.ts";
import type { PushStyle } from "./pickups/effect.ts";
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
  /** What is otherwise about it, if anything is. */
  style?: PushStyle | undefined;
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
    const reached: Hit[] = [];
    const sight = sights.get(push.attacker.id);
    for (const victim of world.players.values()) {
      if (victim === push.attacker || isFarOff(push, victim)) continue;
      if (!isTarget(world, push.attacker, victim)) continue;
      const blow = aimedBlow(world, push, victim, sight?.get(victim.id) ?? victim);
      if (blow === undefined) continue;
      if (defence && hasDashedClear(world, push, victim)) emit(answered("dodge", world, blow));
      else reached.push({ push, blow });
    }
    hits.push(...(push.style?.pulls ? nearestOf(push, reached, sight) : reached));
  }
  for (const hit of hits) {
    const open = defence ? openBlow(world, hit) : undefined;
    if (hit.push.style?.pulls) tellOfHook(world, hit.blow, emit);
    land(world, hit.blow, emit);
    if (open !== undefined) world.openBlows.set(hit.blow.victim.id, open);
  }
}

/** Of those whom a hook could catch, the one who was seen nearest. */
function nearestOf(
  push: ReleasedPush,
  reached: readonly Hit[],
  sight: ReadonlyMap<string, Place> | undefined,
): Hit[] {
  const distance = ({ blow: { victim } }: Hit): number => {
    const { x, y } = sight?.get(victim.id) ?? victim;
    return (x - push.x) ** 2 + (y - push.y) ** 2;
  };
  return reached.toSorted((a, b) => distance(a) - distance(b)).slice(0, 1);
}

function tellOfHook({ tick }: World, { attacker, victim }: Blow, emit: (event: GameEvent) => void): void {
  emit({ type: "hook", tick, id: victim.id, by: attacker.id, x: victim.x, y: victim.y });
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

/** Reach of the longest push, that of a hook, and how far the fastest flight goes in the longest rewind and a patch at 10 Hz (tiles). */
const FAR_OFF = PICKUPS.hookReach + BODY.maxSpeed * (PUSH.maxRewindMs / 1000 + 0.1);

/** Reach (tiles) of a push with a charge of 0..1. */
export function reachOf(charge: number): number {
  return PUSH.reachTap + (PUSH.reachFull - PUSH.reachTap) * charge;
}

/** The blow that a push deals to a victim who is seen at a place; undefined when it does not reach there. */
export function aimedBlow(world: World, push: ReleasedPush, victim: Player, seen: Place): Blow | undefined {
  const dx = seen.x - push.x;
  const dy = seen.y - push.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const { style } = push;
  const reach = style?.reach ?? reachOf(push.charge);
  if (distance > reach) return undefined;
  const ax = aimX(push.aim);
  const ay = aimY(push.aim);
  const awayX = distance > 0 ? dx / distance : ax;
  const awayY = distance > 0 ? dy / distance : ay;
  const cosine = awayX * ax + awayY * ay;
  const cone = style === undefined ? COS_HALF_CONE : Math.cos(style.halfCone);
  if (cosine < (distance < TOUCHING ? Math.min(0, cone) : cone)) return undefined;
  if (!isClear(world, push.x, push.y, seen.x, seen.y)) return undefined;
  if (style?.pulls) return pull(push.attacker, victim, -awayX, -awayY, distance);
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
    ...(style && { means: style.name }),
  };
}

/**
 * The blow of a hook: it brings its victim to the attacker, however much they wobble. Whoever is launched slows down by
 * `launchDrag` until they run.
 */
function pull(attacker: Player, victim: Player, dx: number, dy: number, distance: number): Blow {
  const way = Math.max(0, distance - PICKUPS.hookLeaves);
  const speed = Math.sqrt(MOVE.topSpeed ** 2 + 2 * MOVE.launchDrag * way);
  const impulse = way === 0 ? 0 : speed / (1 + victim.wobble / 100);
  return { attacker, victim, dx, dy, impulse, wobble: PICKUPS.hookWobble, carryOver: 0, means: "hook" };
}

const COS_HALF_CONE = Math.cos(PUSH.halfCone);
