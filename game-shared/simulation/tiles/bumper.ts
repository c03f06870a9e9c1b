import { TILES } from "../../tunables.ts";
import type { TileRule } from "./rule.ts";

/** A springy post that throws everybody back. */
export const bumper: TileRule = {
  solid: { shape: "post", radius: TILES.bumperRadius, throws: TILES.bumperSpeed },
};
