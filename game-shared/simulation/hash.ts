import type { World } from "./types.ts";

/** Fields of a player that a hash covers; all of them are numbers. */
const FIELDS = [
  "x",
  "y",
  "vx",
  "vy",
  "aim",
  "wobble",
  "action",
  "charge",
  "pushCooldown",
  "dashTicks",
  "dashCooldown",
  "braceTicks",
  "stamina",
  "held",
  "voidTicks",
  "airTicks",
  "respawnTicks",
  "protectTicks",
  "knockouts",
  "falls",
] as const;

/**
 * A 32-bit fingerprint of a world (FNV-1a over the bytes of its numbers): two machines that computed the
 * same game have the same one.
 */
export function hashWorld(world: World): number {
  const numbers = [world.tick, world.phaseEndsTick, world.seed, ...world.crumbleTicks];
  for (const player of world.players.values()) {
    for (const field of FIELDS) numbers.push(player[field]);
  }
  const bytes = new Uint8Array(Float64Array.from(numbers).buffer);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
