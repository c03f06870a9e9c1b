import { MOVE } from "../../tunables.ts";
import type { TileRule } from "./rule.ts";

/** Neither running nor braking gets far on it. */
export const ice: TileRule = { grip: MOVE.iceGrip };
