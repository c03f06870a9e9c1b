import { describe, expect, it } from "vitest";
import { mapPlace } from "#client/scenes/map-place.ts";

/** What the left thumb's stick takes, as `touch.css` has it (CSS pixels from the lower side): 1.6 rem, and 132. */
const STICK = 1.6 * 16 + 132;
/** The own table at the top of a telephone on its side: four rows (CSS pixels from the upper side). */
const TABLE = 128;

describe("the small map", () => {
  it.each([true, false])("lies over the left stick where thumbs play (who watches: %s)", (watches) => {
    expect(mapPlace(watches, true).above).toBeGreaterThan(STICK);
  });

  it("and below the table of a telephone on its side, for an arena as wide as ours", () => {
    const { side, above } = mapPlace(false, true);
    // Huge arenas are 4:3 or wider.
    expect(390 - above - side * 0.75).toBeGreaterThan(TABLE);
  });

  it("lies higher for whoever watches, over their bar", () => {
    expect(mapPlace(true, false).above).toBeGreaterThan(mapPlace(false, false).above);
  });
});
