import { Tile } from "#shared/arena/arena.ts";
import { tileUnder } from "#shared/simulation/ground.ts";
import { PICKUP_NAMES, type PickupName } from "#shared/simulation/pickups/table.ts";
import { Action, type GameEvent, type Player, type World } from "#shared/simulation/types.ts";
import { isWindy } from "#shared/simulation/wind.ts";

/** What an arena has besides floor, in the order of the tables; `wind` is what a fan blows over. */
export const USED_TILES = [
  "ice",
  "conveyor",
  "mud",
  "crumble",
  "wind",
  "bumper",
  "spring",
  "teleporter",
] as const;
export type UsedTile = (typeof USED_TILES)[number];

/** How often each was used: tiles that somebody came onto, was thrown by or went through, and pickups that somebody took. */
export type Uses = Readonly<Record<UsedTile | PickupName, number>>;

const STOOD_ON: ReadonlyMap<Tile, UsedTile> = new Map([
  [Tile.Ice, "ice"],
  [Tile.Conveyor, "conveyor"],
  [Tile.Mud, "mud"],
  [Tile.Crumble, "crumble"],
]);
/** Those that say so themselves. */
const TOLD: ReadonlyMap<GameEvent["type"], UsedTile> = new Map([
  ["bumper", "bumper"],
  ["spring", "spring"],
  ["teleport", "teleporter"],
]);

/** Counts what the characters of a match use. */
export class UseWatch {
  readonly #counts = Object.fromEntries([...USED_TILES, ...PICKUP_NAMES].map((name) => [name, 0])) as Record<
    UsedTile | PickupName,
    number
  >;
  readonly #stands = new Map<string, ReadonlySet<UsedTile>>();

  /** To be called after each step of the match. */
  note(world: World, events: readonly GameEvent[]): void {
    for (const event of events) {
      const told = event.type === "pickup" ? event.kind : TOLD.get(event.type);
      if (told !== undefined) this.#counts[told] += 1;
    }
    for (const player of world.players.values()) {
      // In the air nothing is touched, and whoever lands on the same kind has come onto it again.
      const now = player.airTicks > 0 || player.action === Action.Falling ? NOTHING : standsOn(world, player);
      for (const tile of now) if (!this.#stands.get(player.id)?.has(tile)) this.#counts[tile] += 1;
      this.#stands.set(player.id, now);
    }
  }

  get uses(): Uses {
    return this.#counts;
  }
}

const NOTHING: ReadonlySet<UsedTile> = new Set();

function standsOn(world: World, { x, y }: Player): ReadonlySet<UsedTile> {
  const tile = STOOD_ON.get(tileUnder(world, x, y));
  const index = Math.floor(y) * world.arena.width + Math.floor(x);
  if (!isWindy(world, index)) return tile === undefined ? NOTHING : new Set([tile]);
  return new Set(tile === undefined ? ["wind"] : ["wind", tile]);
}
