import { KING } from "../../mode-tunables.ts";
import type { GameEvent, World } from "../types.ts";
import type { Thing, ThingRule } from "./thing.ts";

/**
 * The crown of *King*. Its owner bears it, on whom it is wherever they are; without one it lies at its place. The first to touch
 * it there takes it. When its bearer is gone it lies there again.
 */
export const crownRule: ThingRule = {
  reach: KING.reach,
  touched(world, crown, player, emit) {
    if (world.phase === "playing" && crown.owner === "") giveCrown(world, crown, player.id, emit);
  },
  tick(world, crown, emit) {
    if (crown.owner !== "" && !world.players.has(crown.owner)) giveCrown(world, crown, "", emit);
  },
};

/** The crown of a world, if there is one. */
export function crownOf({ things }: Pick<World, "things">): Thing | undefined {
  for (const thing of things.values()) if (thing.kind === "crown") return thing;
  return undefined;
}

/** Gives the crown to a player, or back to its place: then `owner` is empty. */
export function giveCrown(
  { tick, players, counts }: World,
  crown: Thing,
  owner: string,
  emit: (event: GameEvent) => void,
): void {
  const { x, y } = players.get(owner) ?? crown;
  const by = crown.owner;
  crown.owner = owner;
  counts.set("worn", 0);
  emit({ type: "crown", tick, id: owner, by, x, y });
}
