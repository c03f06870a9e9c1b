import { TILES, ticks } from "../../tunables.ts";
import { interrupt } from "../actions.ts";
import { directionAt } from "../ground.ts";
import { Action } from "../types.ts";
import type { TileRule } from "./rule.ts";

/** Throws whoever steps on it through the air; bracing holds one down. */
export const spring: TileRule = {
  stand(body, context) {
    if (body.action === Action.Bracing) return;
    const direction = directionAt(context.ground.arena, body.x, body.y);
    if (body.action === Action.Dashing) interrupt(body);
    body.vx = direction.x * TILES.springSpeed;
    body.vy = direction.y * TILES.springSpeed;
    body.airTicks = ticks(TILES.springAirTime);
    const aim = Math.atan2(direction.y, direction.x);
    context.emit({ type: "spring", tick: context.tick, id: context.id, x: body.x, y: body.y, aim });
  },
};
