import { BALL_FIELD_NAMES } from "./ball/ball.ts";
import { BODY_FIELD_NAMES } from "./body-fields.ts";
import { buttonBits } from "./input.ts";
import { ENDLESS } from "./modes/mode.ts";
import type { OpenBlow } from "./open-blow.ts";
import type { World } from "./types.ts";

/**
 * A 32-bit fingerprint of a world (FNV-1a over the bytes of its numbers): two machines that computed the
 * same game have the same one.
 */
export function hashWorld(world: World): number {
  const numbers = [world.tick, world.phaseEndsTick, world.resumesAt, world.seed, ...world.crumbleTicks];
  for (const player of world.players.values()) {
    for (const field of BODY_FIELD_NAMES) numbers.push(player[field]);
    numbers.push(player.knockouts, player.falls, player.lastHitTick);
    // Left out where the mode does not use them.
    if (player.points > 0) numbers.push(player.points);
    if (player.lives !== ENDLESS) numbers.push(player.lives);
    const open = world.openBlows.get(player.id);
    if (open !== undefined) addOpenBlow(numbers, open);
  }
  for (const { id, x, y, until } of world.things.values()) numbers.push(id, x, y, until);
  numbers.push(...world.teamPoints);
  const { ball } = world;
  if (ball !== undefined) for (const field of BALL_FIELD_NAMES) numbers.push(ball[field]);
  if (world.sunk > 0 || world.sinksAt > 0) numbers.push(world.sunk, world.sinksAt);
  if (world.round > 0) numbers.push(world.round);
  numbers.push(...world.counts.values());
  if (world.pickups.on.length > 0) numbers.push(world.pickups.wait);
  const bytes = new Uint8Array(Float64Array.from(numbers).buffer);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function addOpenBlow(numbers: number[], { tick, hits, before, lastHitTick, inputs }: OpenBlow): void {
  numbers.push(tick, lastHitTick);
  for (const field of BODY_FIELD_NAMES) numbers.push(before[field]);
  for (const { push, blow } of hits) {
    numbers.push(push.x, push.y, push.aim, push.charge, blow.dx, blow.dy, blow.impulse, blow.wobble);
  }
  for (const input of inputs) numbers.push(input.moveX, input.moveY, input.aim, buttonBits(input));
}
