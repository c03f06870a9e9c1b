import { PEEL } from "../../pickup-tunables.ts";
import { aimX, aimY } from "../../quantize.ts";
import { ticks } from "../../tunables.ts";
import { interrupt } from "../actions.ts";
import { isVulnerable } from "../blow.ts";
import { snapBody } from "../body.ts";
import { noteBlow } from "../means.ts";
import { beginEffect, Effect } from "../pickups/effect.ts";
import { effectOf, SLIP } from "../pickups/rules.ts";
import type { Body, Player, World } from "../types.ts";
import { fallWithGround } from "./pickup.ts";
import type { Thing, ThingRule } from "./thing.ts";

/** Slower than this (tiles/s) somebody slips where they look, not where they drift. */
const STILL = 0.5;
const LYING_TICKS = ticks(PEEL.time);
const ARM_TICKS = ticks(PEEL.armTime);

/** Makes whoever steps on it slip along their way. A fall that comes of it is to the credit of whoever dropped it. */
export const peelRule: ThingRule = {
  reach: PEEL.reach,
  tick: fallWithGround,
  touched(world, thing, player, emit) {
    if (!slipsOn(world, thing, player)) return;
    world.things.delete(thing.id);
    // As with a blow: an answer to an older one came too late.
    world.openBlows.delete(player.id);
    slip(player);
    noteBlow(world, player, thing.owner, "peel");
    const { id, x, y } = player;
    emit({ type: "slip", tick: world.tick, id, by: thing.owner, x, y });
  },
};

function slipsOn(world: World, { owner, until }: Thing, player: Player): boolean {
  if (until - world.tick > LYING_TICKS - ARM_TICKS) return false;
  if (!isVulnerable(player) || effectOf(player).floats) return false;
  const dropper = world.players.get(owner);
  if (dropper === undefined || dropper === player) return true;
  return world.mode.mayHit?.(world, dropper, player) !== false;
}

function slip(body: Body): void {
  const speed = Math.sqrt(body.vx * body.vx + body.vy * body.vy);
  const runs = speed > STILL;
  interrupt(body);
  beginEffect(body, Effect.Slip, SLIP);
  body.vx = (runs ? body.vx / speed : aimX(body.aim)) * PEEL.slipSpeed;
  body.vy = (runs ? body.vy / speed : aimY(body.aim)) * PEEL.slipSpeed;
  snapBody(body);
}
