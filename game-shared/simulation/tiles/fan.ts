import type { TileRule } from "./rule.ts";

/** A fan in a block: it blows whoever is in front of it in the direction of the tile, as `wind.ts` has it. */
export const fan: TileRule = { solid: { shape: "box" }, blocksPush: true, blows: true };
