import { type Arena, Tile } from "#shared/arena/arena.ts";
import { tileTones } from "../game-client/scenes/arena/tile-tones.ts";
import { themeOf } from "../game-client/scenes/themes.ts";

/** How far the ground is thick (tiles). */
const SOIL = 0.7;

/** A small picture of an arena: its tiles in the colours of its theme, over its sky, as a document of its own. */
export function pictureOf(arena: Arena): string {
  const { width, height } = arena;
  const theme = themeOf(arena.theme);
  const kinds = Object.entries(tileTones(arena.theme)).map(([kind, tone]) => [Number(kind), tone] as const);
  const ground = outline(arena, (tile) => tile !== Tile.Void);
  const box = [-2, -2, width + 4, height + 4.7];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}"><title>${arena.name}</title>`,
    `<linearGradient id="s" x2="0" y2="1"><stop stop-color="${theme.sky[0]}"/><stop offset="1" stop-color="${theme.sky[1]}"/></linearGradient>`,
    `<rect x="-2" y="-2" width="${width + 4}" height="${height + 4.7}" rx="1" fill="url(#s)"/>`,
    `<path transform="translate(0 ${SOIL})" fill="${theme.soil[1]}" d="${ground}"/>`,
    ...kinds.map(([kind, tone]) => {
      const d = outline(arena, (tile) => tile === kind);
      return d === "" ? "" : `<path fill="${tone}" d="${d}"/>`;
    }),
    `</svg>\n`,
  ].join("");
}

/** Rows of tiles as one path; they overlap a little, so that no seams show. */
function outline({ width, height, tiles }: Arena, test: (tile: Tile) => boolean): string {
  let path = "";
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let end = column;
      while (end < width && test(tiles[row * width + end] as Tile)) end++;
      if (end === column) continue;
      path += `M${column} ${row}h${end - column}v1.05h${column - end}z`;
      column = end;
    }
  }
  return path;
}
