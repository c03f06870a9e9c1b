import { MUD } from "../../tile-tunables.ts";
import type { TileRule } from "./rule.ts";

/** Slow to walk through, and nobody is thrown far in it. */
export const mud: TileRule = { pace: MUD.pace, drag: MUD.drag };
