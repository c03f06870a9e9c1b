import { Tile } from "#shared/arena/arena.ts";
import { themeOf } from "../themes.ts";

/**
 * The colour of each kind of tile where an arena is drawn small, by the name of its theme: on the map of a match, in pictures of
 * arenas, and in the menu, whose `arena-map.css` has the same ones. The void has none.
 */
export function tileTones(theme: string): Readonly<Record<Exclude<Tile, typeof Tile.Void>, string>> {
  const { ground, wall, bumper, crumble } = themeOf(theme);
  return {
    [Tile.Floor]: ground[0],
    [Tile.Wall]: wall[2],
    [Tile.Ice]: "#8fe0fa",
    [Tile.Conveyor]: "#3c4470",
    [Tile.Bumper]: bumper[0],
    [Tile.Crumble]: crumble[0],
    [Tile.Spring]: "#ff5fa2",
    [Tile.Fan]: "#35c3d6",
    [Tile.Teleporter]: "#b06cff",
    [Tile.Mud]: "#8a6a52",
  };
}
