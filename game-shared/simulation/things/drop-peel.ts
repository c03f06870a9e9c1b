import { PEEL } from "../../pickup-tunables.ts";
import { ticks } from "../../tunables.ts";
import type { GameEvent, World } from "../types.ts";
import { addThing } from "./things.ts";

/** Kind of the thing. */
const PEEL_KIND = "peel";

/** Leaves a peel where a dash with a banana began. The oldest goes when too many lie there. */
export function dropPeel(world: World, event: GameEvent): void {
  if (event.type !== "dash" || event.with !== "banana") return;
  const { x, y, id: owner } = event;
  const peels = [...world.things.values()].filter(({ kind }) => kind === PEEL_KIND);
  const [oldest] = peels;
  if (oldest !== undefined && peels.length >= PEEL.most) world.things.delete(oldest.id);
  addThing(world, { kind: PEEL_KIND, x, y, owner, until: world.tick + ticks(PEEL.time) });
}
