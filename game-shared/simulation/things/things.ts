import { POSITION, snap } from "../../quantize.ts";
import { isSolid } from "../contacts.ts";
import type { GameEvent, World } from "../types.ts";
import { ruleOf } from "./table.ts";
import type { Thing } from "./thing.ts";

/** Puts a thing into a world, where its place is rounded to what travels. */
export function addThing(world: World, about: Omit<Thing, "id">): Thing {
  world.lastThing += 1;
  const thing: Thing = {
    id: world.lastThing,
    kind: about.kind,
    x: snap(POSITION, about.x),
    y: snap(POSITION, about.y),
    owner: about.owner,
    until: about.until,
  };
  world.things.set(thing.id, thing);
  return thing;
}

/** Takes a thing out. */
export function removeThing(world: World, { id }: Thing): void {
  world.things.delete(id);
}

/** Lets all things do what they do in a step, and takes out those whose time is over. */
export function stepThings(world: World, emit: (event: GameEvent) => void): void {
  for (const thing of [...world.things.values()]) {
    if (thing.until > 0 && world.tick >= thing.until) {
      removeThing(world, thing);
      continue;
    }
    const rule = ruleOf(thing.kind);
    rule?.tick?.(world, thing, emit);
    if (rule?.touched === undefined) continue;
    for (const player of world.players.values()) {
      if (!world.things.has(thing.id)) break;
      const distance = Math.sqrt((player.x - thing.x) ** 2 + (player.y - thing.y) ** 2);
      if (isSolid(player) && distance <= rule.reach) rule.touched(world, thing, player, emit);
    }
  }
}
