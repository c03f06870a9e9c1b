import { useMemo } from "preact/hooks";
import { Tile } from "#shared/arena/arena.ts";
import type { ArenaChoice } from "../context.ts";

const KINDS = [
  { tile: Tile.Floor, class: "map-floor" },
  { tile: Tile.Wall, class: "map-wall" },
  { tile: Tile.Ice, class: "map-ice" },
  { tile: Tile.Conveyor, class: "map-conveyor" },
  { tile: Tile.Bumper, class: "map-bumper" },
  { tile: Tile.Crumble, class: "map-crumble" },
  { tile: Tile.Spring, class: "map-spring" },
  { tile: Tile.Fan, class: "map-fan" },
  { tile: Tile.Teleporter, class: "map-teleporter" },
  { tile: Tile.Mud, class: "map-mud" },
];

/** A small map of an arena; an island in general when its tiles are not known. */
export function ArenaMap({ arena }: { arena: ArenaChoice }) {
  const { tiles, width, height } = arena;
  const paths = useMemo(() => (tiles && width ? outlines(tiles, width) : []), [tiles, width]);
  if (!tiles || !width || !height) {
    return (
      <svg class="arena-map" viewBox="0 0 24 18" aria-hidden="true">
        <ellipse class="map-shadow" cx="12" cy="10.2" rx="10" ry="6" />
        <ellipse class="map-floor" cx="12" cy="8.6" rx="10" ry="6" />
      </svg>
    );
  }
  return (
    <svg
      class={`arena-map theme-${arena.theme ?? "meadow"}`}
      viewBox={`-1 -1 ${width + 2} ${height + 2.6}`}
      aria-hidden="true"
    >
      <g class="map-shadow" transform="translate(0 0.8)">
        {paths.map((path) => (
          <path key={path.class} d={path.d} />
        ))}
      </g>
      {paths.map((path) => (
        <path key={path.class} class={path.class} d={path.d} />
      ))}
    </svg>
  );
}

/** One path per kind of tile; tiles overlap a little so that no seams show. */
function outlines(tiles: Uint8Array, width: number): { class: string; d: string }[] {
  return KINDS.map((kind) => {
    let d = "";
    tiles.forEach((tile, index) => {
      if (tile === kind.tile) d += `M${index % width} ${Math.floor(index / width)}h1.04v1.04h-1.04z`;
    });
    return { class: kind.class, d };
  }).filter((path) => path.d !== "");
}
