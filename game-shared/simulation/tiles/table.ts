import { Tile } from "../../arena/arena.ts";
import { bumper } from "./bumper.ts";
import { conveyor } from "./conveyor.ts";
import { fan } from "./fan.ts";
import { ice } from "./ice.ts";
import { mud } from "./mud.ts";
import type { TileRule } from "./rule.ts";
import { spring } from "./spring.ts";
import { teleporter } from "./teleporter.ts";
import { wall } from "./wall.ts";

/** What each kind of tile does. A new kind is a code in arena.ts, a word in the map reader, and a line here. */
export const TILE_RULES: Readonly<Record<Tile, TileRule>> = {
  [Tile.Void]: { bottomless: true },
  [Tile.Floor]: {},
  [Tile.Wall]: wall,
  [Tile.Ice]: ice,
  [Tile.Conveyor]: conveyor,
  [Tile.Bumper]: bumper,
  // Whole it is floor, gone it is void: see `tileUnder`. What makes it crumble concerns the whole world.
  [Tile.Crumble]: {},
  [Tile.Spring]: spring,
  [Tile.Fan]: fan,
  [Tile.Teleporter]: teleporter,
  [Tile.Mud]: mud,
};
