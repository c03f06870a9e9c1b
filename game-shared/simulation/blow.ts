import { BRACE, FALL, ticks, WOBBLE } from "../tunables.ts";
import { interrupt, isParrying } from "./actions.ts";
import { snapBody } from "./body.ts";
import { areMates } from "./mates.ts";
import { type BlowMeans, noteBlow } from "./means.ts";
import { limitSpeed } from "./movement.ts";
import { endEffect } from "./pickups/effect.ts";
import { effectOf } from "./pickups/rules.ts";
import { Action, type Body, type GameEvent, type Player, type World } from "./types.ts";

/** A shove on its way to somebody: direction (unit vector), speed (tiles/s) before wobble, wobble (percent). */
export interface Blow {
  attacker: Player;
  victim: Player;
  dx: number;
  dy: number;
  impulse: number;
  wobble: number;
  /** Share of the victim's own velocity that survives. */
  carryOver: number;
  /** What dealt it, if it was no push. */
  means?: BlowMeans;
}

type Emit = (event: GameEvent) => void;

/** Whether somebody can be shoved at all. */
export function isVulnerable(body: Body): boolean {
  return body.action !== Action.Falling && body.protectTicks === 0;
}

/** Whether somebody can be shoved by somebody else. */
export function isTarget(world: World, attacker: Player, victim: Player): boolean {
  return isVulnerable(victim) && world.mode.mayHit?.(world, attacker, victim) !== false;
}

/** Lets a blow land: parried it turns around, braced it is weak, otherwise the victim flies. */
export function land(world: World, blow: Blow, emit: Emit): void {
  const { attacker, victim } = blow;
  if (isParrying(victim)) parry(world, blow, emit);
  else if (victim.action === Action.Bracing) withstand(world, blow, emit);
  else throwBody(world, victim, attacker, blow, 1, emit);
}

/** Turns a blow around, onto its attacker. `since` as in the event. */
export function parry(world: World, blow: Blow, emit: Emit, since?: number): void {
  const { attacker, victim } = blow;
  emit(answered("parry", world, blow, since));
  // A reflected blow cannot be parried again, and an attacker who fell or left meanwhile is beyond it.
  if (attacker.action === Action.Falling || world.players.get(attacker.id) !== attacker) return;
  throwBody(world, attacker, victim, { ...blow, dx: -blow.dx, dy: -blow.dy, means: "parry" }, 1, emit);
}

/** Lets a blow land on somebody who is planted. `since` as in the event. */
export function withstand(world: World, blow: Blow, emit: Emit, since?: number): void {
  emit(answered("braced", world, blow, since));
  throwBody(world, blow.victim, blow.attacker, blow, BRACE.knockbackFactor, emit);
}

/** What is told of a blow to which its victim had an answer. */
export function answered(
  type: "braced" | "parry" | "dodge",
  { tick }: World,
  { attacker, victim }: Pick<Blow, "attacker" | "victim">,
  since?: number,
): GameEvent {
  const event = { type, tick, id: victim.id, by: attacker.id, x: victim.x, y: victim.y };
  return since === undefined ? event : { ...event, since };
}

function throwBody(
  world: World,
  target: Player,
  by: Player,
  { dx, dy, impulse, wobble, carryOver, means }: Blow,
  factor: number,
  emit: Emit,
): void {
  // An older blow cannot be taken back any more: it decided where this one struck.
  world.openBlows.delete(target.id);
  // A push of a mate is help or a joke: it moves as if there were no wobble, adds none and earns nothing.
  const isFriendly = areMates(world.mode, by, target);
  const { knockback = 1, bursts } = effectOf(target);
  const speed = impulse * (isFriendly ? 1 : 1 + target.wobble / 100) * factor * knockback;
  if (bursts) burst(world, target, emit);
  target.vx = target.vx * carryOver + dx * speed;
  target.vy = target.vy * carryOver + dy * speed;
  limitSpeed(target);
  snapBody(target);
  if (!isFriendly) {
    target.wobble = Math.min(WOBBLE.max, target.wobble + Math.round(wobble * factor));
    noteBlow(world, target, by.id, means);
  }
  if (target.action !== Action.Bracing) interrupt(target);
  emit({
    type: "hit",
    tick: world.tick,
    id: target.id,
    by: by.id,
    x: target.x,
    y: target.y,
    vx: target.vx,
    vy: target.vy,
    wobble: target.wobble,
  });
}

function burst({ tick }: World, target: Player, emit: Emit): void {
  endEffect(target);
  emit({ type: "pop", tick, id: target.id, x: target.x, y: target.y });
}

/** Who earns the knock-out when this player falls now: empty when it is their own doing. */
export function creditFor(world: World, player: Player): string {
  const recent = world.tick - player.lastHitTick <= ticks(FALL.creditTime);
  return recent && player.lastHitBy !== player.id && world.players.has(player.lastHitBy)
    ? player.lastHitBy
    : "";
}
