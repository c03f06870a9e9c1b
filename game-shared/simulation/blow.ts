import { BRACE, FALL, ticks, WOBBLE } from "../tunables.ts";
import { interrupt, isParrying } from "./actions.ts";
import { snapBody } from "./body.ts";
import { limitSpeed } from "./movement.ts";
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
}

/** Whether somebody can be shoved at all. */
export function isVulnerable(body: Body): boolean {
  return body.action !== Action.Falling && body.protectTicks === 0;
}

/** Lets a blow land: parried it turns around, braced it is weak, otherwise the victim flies. */
export function land(world: World, blow: Blow, emit: (event: GameEvent) => void): void {
  const { attacker, victim } = blow;
  const { tick } = world;
  if (isParrying(victim)) {
    emit({ type: "parry", tick, id: victim.id, by: attacker.id, x: victim.x, y: victim.y });
    // A reflected blow cannot be parried again, and an attacker who fell meanwhile is beyond it.
    if (attacker.action !== Action.Falling) {
      throwBody(world, attacker, victim, -blow.dx, -blow.dy, blow, 1, emit);
    }
    return;
  }
  if (victim.action === Action.Bracing) {
    emit({ type: "braced", tick, id: victim.id, by: attacker.id, x: victim.x, y: victim.y });
    throwBody(world, victim, attacker, blow.dx, blow.dy, blow, BRACE.knockbackFactor, emit);
    return;
  }
  throwBody(world, victim, attacker, blow.dx, blow.dy, blow, 1, emit);
}

function throwBody(
  world: World,
  target: Player,
  by: Player,
  dx: number,
  dy: number,
  blow: Blow,
  factor: number,
  emit: (event: GameEvent) => void,
): void {
  const speed = blow.impulse * (1 + target.wobble / 100) * factor;
  target.vx = target.vx * blow.carryOver + dx * speed;
  target.vy = target.vy * blow.carryOver + dy * speed;
  limitSpeed(target);
  snapBody(target);
  target.wobble = Math.min(WOBBLE.max, target.wobble + Math.round(blow.wobble * factor));
  target.lastHitBy = by.id;
  target.lastHitTick = world.tick;
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

/** Who earns the knock-out when this player falls now: empty when it is their own doing. */
export function creditFor(world: World, player: Player): string {
  const recent = world.tick - player.lastHitTick <= ticks(FALL.creditTime);
  return recent && player.lastHitBy !== player.id && world.players.has(player.lastHitBy)
    ? player.lastHitBy
    : "";
}
