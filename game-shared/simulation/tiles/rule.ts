import type { StepContext } from "../body.ts";
import type { Body } from "../types.ts";

/** The hard part of a tile, which bodies bump into. */
export interface Solid {
  /** "box" fills the tile; a "post" is a disc in its middle. */
  readonly shape: "box" | "post";
  /** Radius of a post (tiles). */
  readonly radius?: number;
  /** Speed (tiles/s) with which it throws back whoever touches it; without it, it only stops them. */
  readonly throws?: number;
}

/** What a kind of tile does. All of it is optional: plain floor does nothing. */
export interface TileRule {
  /** Share of acceleration and drag that is left on it, 0..1; 1 when absent. */
  readonly grip?: number;
  readonly solid?: Solid;
  /** A push does not pass. */
  readonly blocksPush?: true;
  /** Speed (tiles/s) at which the ground itself moves in the direction of the tile. */
  readonly beltSpeed?: number;
  /** Share of the running speed that is left on it, 0..1; 1 when absent. */
  readonly pace?: number;
  /** How many times as fast whoever was thrown slows down on it; 1 when absent. */
  readonly drag?: number;
  /** Moves the air in front of it in the direction of the tile. */
  readonly blows?: true;
  /** There is nothing to stand on. */
  readonly bottomless?: true;
  /** Called in each tick in which the centre of a body on the ground is over it, on both ends. */
  stand?(body: Body, context: StepContext): void;
}
