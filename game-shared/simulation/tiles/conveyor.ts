import { MOVE } from "../../tunables.ts";
import type { TileRule } from "./rule.ts";

/** Carries along whoever stands on it. */
export const conveyor: TileRule = { beltSpeed: MOVE.conveyorSpeed };
