import type { TileRule } from "./rule.ts";

/** Stops bodies and pushes. */
export const wall: TileRule = { solid: { shape: "box" }, blocksPush: true };
