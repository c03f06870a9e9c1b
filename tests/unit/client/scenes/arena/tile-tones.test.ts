import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tileTones } from "#client/scenes/arena/tile-tones.ts";
import { THEME_NAMES } from "#client/scenes/themes.ts";
import { Tile } from "#shared/arena/arena.ts";
import { ROOT } from "../../../../support/layers/project-files.ts";

const css = readFileSync(join(ROOT, "game-client/ui/styles/arena-map.css"), "utf8");

/** The colour of a rule of the style sheet. */
function fillOf(selector: string): string | undefined {
  return new RegExp(`^${selector.replaceAll(".", "\\.")} \\{\\s*fill: (#[0-9a-f]{6});`, "m").exec(css)?.[1];
}

describe("the maps of the menu", () => {
  it.each(THEME_NAMES)("have the colours of pictures and of the map in a match: %s", (theme) => {
    const tones: Readonly<Record<number, string>> = tileTones(theme);
    for (const [name, tile] of Object.entries(Tile)) {
      if (tile === Tile.Void) continue;
      const map = `.map-${name.toLowerCase()}`;
      expect(fillOf(`.theme-${theme} ${map}`) ?? fillOf(map), `${map} of ${theme}`).toBe(tones[tile]);
    }
  });
});
