import { z } from "zod";
import type { MatchPlan, World } from "#shared/simulation/types.ts";
import { blowsForm, loadBlows, saveBlows } from "./blows.ts";
import { type Plain, toPlain } from "./plain.ts";
import { type Arenas, playerRow, thingRow, worldForm } from "./world-form.ts";

/** A plan with ids in the place of arena and mode. */
export function savePlan({ arena, mode, matchTicks }: MatchPlan): Plain {
  return { arena: arena.id, mode: mode.id, matchTicks };
}

/** All that the rules work on, as JSON can hold it. */
export function saveWorld(world: World): Plain {
  const { arena, mode, next, players, things, openBlows: _openBlows, ...others } = world;
  return {
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [name, toPlain(value)])),
    arena: arena.id,
    mode: mode.id,
    next: next === undefined ? null : savePlan(next),
    players: [...players.values()].map(playerRow.save),
    things: [...things.values()].map(thingRow.save),
    openBlows: saveBlows(world),
  };
}

/** A world out of what `saveWorld` made: with the same inputs it goes on as the saved one. */
export function savedWorld(arenas: Arenas): z.ZodType<World> {
  return z
    .strictObject({ ...worldForm(arenas), openBlows: blowsForm })
    .refine(({ arena, crumbleTicks }) => crumbleTicks.length === arena.crumbles.length, {
      path: ["crumbleTicks"],
      message: "the arena has other tiles now",
    })
    .refine(({ arena, crumblePhases }) => crumblePhases.length === arena.crumbles.length, {
      path: ["crumblePhases"],
      message: "the arena has other tiles now",
    })
    .transform((world): World => ({ ...world, openBlows: loadBlows(world.openBlows, world.players) }));
}
